package io.calllog.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.OwnApplication;
import io.calllog.api.Processes;
import io.calllog.api.Services;
import io.calllog.local.DataLifetime;
import io.calllog.local.LocalServices;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An import while a process is killed: afterwards, each row of the file is there once. */
class KilledImportIT {

  private static final Path JAR =
      Path.of(Objects.requireNonNull(System.getProperty("calllog.jar"), "run by Maven"));

  private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);

  private static final int ROWS = 40_000;

  @TempDir private Path directory;

  private final List<Process> started = new ArrayList<>();

  @Test
  void goes_on_at_another_node_when_its_node_is_killed() throws Exception {
    var services = Services.running();
    String url = services.createDatabase("killed_node");
    List<String> settings = OwnApplication.settings(services, url, OwnApplication.firstAdmin());
    JdbcClient database =
        JdbcClient.create(new DriverManagerDataSource(url, services.user(), services.password()));
    try {
      Node first = start("a", settings);
      Node second = start("b", settings);
      first.awaitStart();
      second.awaitStart();
      Accounts accounts = new Accounts(first.api());
      Api admin = accounts.admin().api();
      String file = file(accounts.officer(Accounts.newRegion()));

      Answer sent = admin.send("POST", "/api/imports?kind=calls", "text/csv", file).expect(202);
      await().atMost(LONG_ENOUGH).until(() -> count(database) > 0);
      String working =
          database
              .sql("SELECT picked_by FROM scheduled_tasks WHERE task_name = 'import'")
              .query(String.class)
              .single();
      boolean firstWorks = working.equals("a");
      (firstWorks ? first : second).process().destroyForcibly().waitFor();
      assertThat(count(database)).isBetween(1L, ROWS - 1L);

      Api survivor = (firstWorks ? second : first).api();
      assertEachRowIsThereOnce(new Accounts(survivor).admin().api(), sent, file, database);
    } finally {
      started.forEach(Process::destroyForcibly);
    }
  }

  @Test
  void goes_on_when_postgresql_has_been_killed() throws Exception {
    var services = LocalServices.in(directory.resolve("services"), DataLifetime.ONE_RUN);
    try {
      var postgres = services.postgres();
      var redis = services.redis();
      JdbcClient database =
          JdbcClient.create(
              new DriverManagerDataSource(
                  postgres.url(), postgres.username(), postgres.password()));
      List<String> settings =
          OwnApplication.settings(
              Services.running(),
              postgres.url(),
              "spring.datasource.username=" + postgres.username(),
              "spring.datasource.password=" + postgres.password(),
              "spring.data.redis.url=redis://:%s@%s:%s"
                  .formatted(redis.password(), redis.host(), redis.port()),
              OwnApplication.firstAdmin()[0],
              OwnApplication.firstAdmin()[1]);
      Node node = start("a", settings);
      node.awaitStart();
      Accounts accounts = new Accounts(node.api());
      Api admin = accounts.admin().api();
      String file = file(accounts.officer(Accounts.newRegion()));

      Answer sent = admin.send("POST", "/api/imports?kind=calls", "text/csv", file).expect(202);
      await().atMost(LONG_ENOUGH).until(() -> count(database) > 0);
      killOneProcessOfPostgres(database);

      await().atMost(LONG_ENOUGH).ignoreExceptions().until(() -> count(database) > 0);
      assertThat(count(database)).isBetween(1L, ROWS - 1L);
      assertEachRowIsThereOnce(admin, sent, file, database);
    } finally {
      started.forEach(Process::destroyForcibly);
      services.close();
    }
  }

  /**
   * PostgreSQL then ends all its processes, because the shared memory may be damaged, and recovers
   * from its log.
   */
  private static void killOneProcessOfPostgres(JdbcClient database) {
    long backend =
        database
            .sql(
                """
                SELECT pid FROM pg_stat_activity
                WHERE application_name = 'calllog' AND pid <> pg_backend_pid()
                ORDER BY xact_start NULLS LAST LIMIT 1
                """)
            .query(Long.class)
            .single();
    assertThat(ProcessHandle.of(backend).orElseThrow().destroyForcibly()).isTrue();
  }

  private static void assertEachRowIsThereOnce(
      Api admin, Answer sent, String file, JdbcClient database) {
    String path = "/api/imports/" + sent.id();
    await()
        .atMost(LONG_ENOUGH)
        .until(
            () -> admin.get(path),
            answer -> answer.status() == 200 && !answer.at("/finishedAt").isNull());
    assertThat(Imports.counts(admin.get(path).expect(200))).containsExactly(ROWS, 0, 0);
    assertThat(count(database)).isEqualTo(ROWS);
    assertThat(
            database
                .sql("SELECT count(DISTINCT external_id) FROM calls")
                .query(Long.class)
                .single())
        .isEqualTo(ROWS);
    assertThat(
            admin
                .with("Cache-Control", "no-cache")
                .get("/api/analytics/volumes")
                .expect(200)
                .at("/total/calls")
                .intValue())
        .isEqualTo(ROWS);

    Answer again = admin.send("POST", "/api/imports?kind=calls", "text/csv", file).expect(202);

    assertThat(Imports.counts(Imports.ended(admin, again))).containsExactly(0, ROWS, 0);
    assertThat(count(database)).isEqualTo(ROWS);
  }

  private static long count(JdbcClient database) {
    return database.sql("SELECT count(*) FROM calls").query(Long.class).single();
  }

  private static String file(Account officer) {
    Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(1));
    var lines =
        new StringBuilder("officerEmail,type,outcome,durationSeconds,startedAt,externalId\n");
    for (int i = 0; i < ROWS; i++) {
      lines
          .append(officer.email())
          .append(",OUTGOING,SUCCESSFUL,60,")
          .append(start.plusSeconds(i))
          .append(",pbx-")
          .append(i)
          .append('\n');
    }
    return lines.toString();
  }

  private Node start(String name, List<String> settings) throws IOException {
    int port = Processes.freePort();
    List<String> all = new ArrayList<>(settings);
    Collections.addAll(
        all,
        "server.port=" + port,
        "db-scheduler.scheduler-name=" + name,
        "db-scheduler.heartbeat-interval=1s");
    Process process =
        Processes.node(directory, List.of("-XX:TieredStopAtLevel=1"), JAR, all)
            .redirectOutput(directory.resolve(name + ".log").toFile())
            .start();
    started.add(process);
    return new Node(process, Api.at(URI.create("http://127.0.0.1:" + port)));
  }

  private record Node(Process process, Api api) {

    void awaitStart() {
      await()
          .atMost(LONG_ENOUGH)
          .ignoreExceptions()
          .until(() -> api.get("/v3/api-docs").status() == 200);
    }
  }
}
