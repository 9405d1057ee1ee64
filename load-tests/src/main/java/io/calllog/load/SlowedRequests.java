package io.calllog.load;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The 99th percentile of the time of look-ups on four connections, alone and during an export or an
 * import. Start the application with {@code -Xmx256m} to see that little memory is enough.
 */
record SlowedRequests(Server app, String token) {

  private static final Duration TIME = Duration.ofSeconds(5);
  private static final int ROUNDS = 3;

  /**
   * Prints a row.
   *
   * @param work returns how many rows it exports or imports per second
   */
  void print(String name, Load work, Path ids) throws InterruptedException {
    List<Double> alone = new ArrayList<>();
    List<Double> during = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      alone.add(percentile(ids));
      var done = CompletableFuture.runAsync(() -> run(work));
      during.add(percentile(ids));
      done.join();
    }
    System.out.printf(
        "| 99th percentile of look-ups during %s: %.1f ms | alone: %.1f ms | **%.2f** | ≤ 2 |%n",
        name, Medians.of(during), Medians.of(alone), Medians.of(during) / Medians.of(alone));
  }

  private static void run(Load work) {
    try {
      work.run(TIME);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private double percentile(Path ids) throws InterruptedException {
    var load = new Wrk(4, app.address(), token, 1, true, List.of("look-ups", ids.toString()));
    return load.percentile99(TIME);
  }
}
