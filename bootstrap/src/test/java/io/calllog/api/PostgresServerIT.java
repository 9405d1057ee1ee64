package io.calllog.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operations that tests of replicas and failovers use. */
class PostgresServerIT {

  @TempDir private Path directory;

  @Test
  void streams_to_a_standby_that_can_be_paused_killed_suspended_and_promoted() {
    try (var primary = PostgresServer.primary(directory);
        var standby = primary.startStandby("standby")) {
      primary.createDatabase("calllog");
      primary.database("calllog").sql("CREATE TABLE rows (n int)").update();
      standby.awaitEverythingOf(primary);
      assertThat(rows(standby)).isZero();

      standby.pauseReplay();
      insert(primary);
      assertThat(rows(standby)).isZero();
      standby.resumeReplay();
      standby.awaitEverythingOf(primary);
      assertThat(rows(standby)).isEqualTo(1);

      standby.kill();
      insert(primary);
      standby.start();
      standby.awaitEverythingOf(primary);
      assertThat(rows(standby)).isEqualTo(2);

      primary.set("synchronous_standby_names", "standby");
      await()
          .atMost(Duration.ofSeconds(10))
          .until(
              () ->
                  primary
                      .database()
                      .sql("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'")
                      .query(Long.class)
                      .single(),
              count -> count == 1);
      insert(primary);
      primary.suspend();
      standby.promote();
      assertThat(rows(standby)).isEqualTo(3);
      insert(standby);
      primary.kill();

      try (var next = standby.startStandby("next")) {
        next.awaitEverythingOf(standby);
        assertThat(rows(next)).isEqualTo(4);
      }
    }
  }

  private static void insert(PostgresServer server) {
    server.database("calllog").sql("INSERT INTO rows VALUES (1)").update();
  }

  private static long rows(PostgresServer server) {
    return server.database("calllog").sql("SELECT count(*) FROM rows").query(Long.class).single();
  }
}
