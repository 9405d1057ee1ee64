package io.calllog.api.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.OwnApplication;
import io.calllog.api.PostgresServer;
import io.calllog.api.Services;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sixteen writers change everything at once, and five readers keep copies from the feed of changes.
 * {@code -Dcalllog.replicas.seconds=60} writes for a minute instead of ten seconds.
 */
class ReplicasApiIT {

  private static final int WRITERS = 16;
  private static final Duration WRITING =
      Duration.ofSeconds(Integer.getInteger("calllog.replicas.seconds", 10));
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

  @TempDir private Path directory;

  @Test
  void equal_what_their_readers_see() throws Exception {
    assertCopiesEqual(Services.running().createDatabase("replicas"), "");
  }

  @Test
  void equal_it_too_if_the_readers_are_sent_to_a_standby() throws Exception {
    try (var primary = PostgresServer.primary(directory)) {
      String url = primary.createDatabase("replicas");
      try (var standby = primary.startStandby("standby")) {
        assertCopiesEqual(url, standby.url("replicas"));
      }
    }
  }

  private static void assertCopiesEqual(String database, String standby) throws Exception {
    String[] admin = OwnApplication.firstAdmin();
    List<String> settings =
        OwnApplication.settings(
            Services.running(),
            database,
            "calllog.replica.url=" + standby,
            // So many writers may wait for long on a busy machine.
            "spring.datasource.hikari.connection-timeout=10000",
            "calllog.rate-limit.api.per-minute=1000000",
            "calllog.rate-limit.api.burst=100000",
            admin[0],
            admin[1]);
    try (var application = OwnApplication.start(settings);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var accounts = new Accounts(application.api());
      String root = Accounts.newRegion();
      Account one = accounts.officer(root + "/a");
      Account two = accounts.officer(root + "/b");
      List<Replica> replicas =
          new ArrayList<>(
              List.of(
                  new Replica(accounts.admin().api()),
                  new Replica(accounts.manager(root).api()),
                  new Replica(accounts.leader(root + "/c", root + "/a", root + "/b").api()),
                  new Replica(one.api()),
                  new Replica(two.api())));
      var world =
          new Changing(
              accounts.admin().api(),
              accounts.manager(root).api(),
              List.of(one, two, accounts.officer(root + "/a"), accounts.officer(root + "/c")),
              root,
              application.context().getBean(JdbcClient.class));

      Instant end = Instant.now().plus(WRITING);
      List<Answer> unexpected = new CopyOnWriteArrayList<>();
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        int seed = i;
        running.add(
            threads.submit(() -> {
              var writer = world.writer(seed);
              while (Instant.now().isBefore(end)) {
                Answer answer = writer.change();
                if (answer != null && answer.status() >= 500) {
                  unexpected.add(answer);
                }
              }
            }));
      }
      for (Replica replica : replicas) {
        running.add(
            threads.submit(() -> {
              while (Instant.now().isBefore(end)) {
                replica.sync();
              }
            }));
      }
      for (Future<?> task : running) {
        task.get();
      }

      assertThat(unexpected).isEmpty();
      replicas.forEach(ReplicasApiIT::requireEqual);
      assertThat(replicas.getFirst().things().size()).isGreaterThan(WRITERS);

      var late = world.writer(WRITERS);
      for (int i = 0; i < 200; i++) {
        late.change();
      }
      replicas.forEach(ReplicasApiIT::requireEqual);
    }
  }

  private static void requireEqual(Replica replica) {
    await()
        .atMost(LONG_ENOUGH)
        .untilAsserted(() -> {
          replica.sync();
          assertThat(replica.things())
              .as("started over %s times", replica.startedOver())
              .isEqualTo(replica.listed());
        });
  }
}
