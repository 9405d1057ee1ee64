package io.calllog.load;

import io.calllog.load.data.MeasuredRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Starts the jar {@code -Djar}, and the extracted one with its AOT cache in the directory {@code
 * -Dextracted}, alternately, {@code -Drounds} (default 5) times each. After each start it sends
 * requests of several kinds for {@code -Dseconds} (40). All with a heap of 256 MB.
 */
public final class StartTimes {

  private static final int PORT = 18_083;

  private final Path ids;
  private final int seconds = Settings.number("seconds", 40);

  private StartTimes(Path ids) {
    this.ids = ids;
  }

  public static void main(String[] arguments) {
    Program.start(StartTimes::run);
  }

  private static void run() throws SQLException, InterruptedException {
    Machine.describe();
    Path ids;
    var database = LocalDatabase.configured();
    LoggedCalls.deleteAtEnd(database);
    try (Connection connection = database.connect()) {
      ids = MeasuredRows.fileOfSomeCalls(connection);
    }
    Path jar = Path.of(Settings.text("jar", ""));
    Path extracted = Path.of(Settings.text("extracted", ""));
    var plain = new Variant("jar", List.of("-jar", jar.toString()));
    var cached =
        new Variant(
            "extracted, AOT cache",
            List.of(
                "-XX:AOTCache=" + extracted.resolve("calllog.aot"),
                "-XX:AOTMode=on",
                "-Xlog:aot*=error",
                "-jar",
                extracted.resolve("calllog.jar").toString()));
    var times = new StartTimes(ids);
    System.out.println(
        "| round | | until ready | until 80 % of the top rate | top rate | memory |");
    System.out.println("| --- | --- | --- | --- | --- | --- |");
    for (int round = 1; round <= Settings.number("rounds", 5); round++) {
      for (Variant variant : round % 2 == 1 ? List.of(plain, cached) : List.of(cached, plain)) {
        times.measure(Integer.toString(round), variant);
      }
    }
    plain.printMedians();
    cached.printMedians();
    System.out.printf(
        "With the cache: %.2f of the time until ready, %.2f of the time until 80 %% of the top rate%n",
        Medians.of(cached.ready) / Medians.of(plain.ready),
        Medians.of(cached.warm) / Medians.of(plain.warm));
    Machine.describe();
  }

  private void measure(String round, Variant variant) throws SQLException, InterruptedException {
    List<String> arguments =
        Stream.concat(Stream.of("-Xmx256m"), variant.arguments.stream()).toList();
    long start = System.nanoTime();
    Server server = Server.start(PORT, Map.of("CALLLOG_SHUTDOWN_DELAY", "0s"), arguments);
    try {
      server.awaitReady();
      double ready = secondsSince(start);
      String token = server.signIn(Server.adminEmail());
      var load = new Wrk(32, server.address(), token, 1, true, List.of("mixed", ids.toString()));
      List<Double> ends = new ArrayList<>();
      List<Double> rates = new ArrayList<>();
      for (int second = 0; second < seconds; second++) {
        rates.add(load.run(Duration.ofSeconds(1)));
        ends.add(secondsSince(start));
      }
      double top = Medians.of(rates.subList(seconds * 3 / 4, seconds));
      int warm = 0;
      while (rates.get(warm) < 0.8 * top) {
        warm++;
      }
      variant.add(round, ready, ends.get(warm), top, residentMegabytes(server.process()));
    } finally {
      server.stop();
    }
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static double residentMegabytes(Process process) {
    try {
      var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
      return Long.parseLong(new String(ps.getInputStream().readAllBytes()).strip()) / 1024.0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Variant {

    private final String name;
    private final List<String> arguments;
    private final List<Double> ready = new ArrayList<>();
    private final List<Double> warm = new ArrayList<>();
    private final List<Double> top = new ArrayList<>();
    private final List<Double> memory = new ArrayList<>();

    private Variant(String name, List<String> arguments) {
      this.name = name;
      this.arguments = arguments;
    }

    private void add(String round, double ready, double warm, double top, double memory) {
      this.ready.add(ready);
      this.warm.add(warm);
      this.top.add(top);
      this.memory.add(memory);
      print(round, ready, warm, top, memory);
    }

    private void printMedians() {
      print("median", Medians.of(ready), Medians.of(warm), Medians.of(top), Medians.of(memory));
    }

    private void print(String round, double ready, double warm, double top, double memory) {
      System.out.printf(
          "| %s | %s | %.1f s | %.1f s | %,.0f/s | %.0f MB |%n",
          round, name, ready, warm, top, memory);
    }
  }
}
