package io.calllog.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.AtOnce;
import io.calllog.api.OwnApplication;
import io.calllog.api.Relay;
import io.calllog.api.Services;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Answers and log during and after the outage of a service. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class OutageApiIT {

  private static final Duration SOON = Duration.ofSeconds(20);

  /** Lets statements wait for locks until PostgreSQL is cut off. */
  private static final String PATIENT = "-c statement_timeout=25s";

  /** The documents promise a second. The machine of a test may be busy. */
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  /** The documents promise two seconds. */
  private static final Duration RECOVERY = Duration.ofSeconds(4);

  private final Services services = Services.running();

  private final Relay postgres = services.postgresRelay();
  private final Relay redis = services.redisRelay();

  private OwnApplication application;
  private Account admin;

  @BeforeAll
  void start_with_relays() {
    String jdbcUrl = postgres.through(services.createDatabase("outage"));
    String redisThroughRelay = redis.through(services.redisUrl());
    application =
        OwnApplication.start(
            OwnApplication.settings(
                services,
                jdbcUrl,
                "spring.data.redis.url=" + redisThroughRelay,
                "spring.datasource.hikari.connection-timeout=700",
                "calllog.pools.system.validation-timeout=500",
                "spring.datasource.hikari.data-source-properties.options=" + PATIENT,
                "calllog.pools.reads.data-source-properties.options=" + PATIENT,
                "spring.datasource.hikari.minimum-idle=12",
                OwnApplication.firstAdmin()[0],
                OwnApplication.firstAdmin()[1]));
    admin = new Accounts(application.api()).admin();
  }

  @AfterEach
  void restore_services() {
    postgres.restore();
    redis.restore();
    awaitHealth(200);
  }

  @AfterAll
  void stop() {
    application.close();
    postgres.close();
    redis.close();
  }

  @Test
  void without_postgresql_the_log_has_the_reason_without_a_stack_trace(CapturedOutput output) {
    postgres.interrupt();
    awaitHealth(503);
    assertUnavailable(admin.api().get("/api/officers"));

    assertThat(output)
        .containsPattern(
            "A dependency is not available: .+ \\(java\\.(io|net)\\.\\w+Exception.*\\)");
    assertThat(output).doesNotContain("HealthIndicator", "\tat ");
  }

  @Test
  void without_postgresql_every_answer_is_a_problem_with_retry_after() {
    postgres.interrupt();
    assertUnavailable(admin.api().get("/api/officers"));
    assertUnavailable(admin.api().get("/api/officers/" + admin.id()));
    assertUnavailable(admin.api().post("/api/clients", Api.json("name", "Ann")));
    assertUnavailable(
        application
            .api()
            .post(
                "/api/auth/login", Api.json("email", admin.email(), "password", admin.password())));
    awaitHealth(503);
  }

  @Test
  void after_an_outage_of_postgresql_requests_succeed_again() {
    postgres.interrupt();
    assertUnavailable(admin.api().get("/api/officers"));
    postgres.restore();
    await()
        .atMost(SOON)
        .untilAsserted(() -> admin.api().post("/api/clients", Api.json("name", "Ann")).expect(201));
    application.management().get("/actuator/health/readiness").expect(200);
  }

  @Test
  void requests_do_not_wait_for_a_postgresql_that_is_gone_or_silent_and_succeed_soon_after() {
    for (Runnable outage : List.<Runnable>of(postgres::interrupt, postgres::fallSilent)) {
      outage.run();
      for (int i = 0; i < 5; i++) {
        assertUnavailable(within(AT_ONCE, () -> admin.api().get("/api/officers/" + admin.id())));
      }
      var answers = within(AT_ONCE, () -> AtOnce.send(20, _ -> admin.api().get("/api/officers")));
      assertThat(AtOnce.count(answers, 503)).isEqualTo(20);
      postgres.restore();
      within(
          RECOVERY,
          () -> await().atMost(SOON).until(() -> admin.api().get("/api/officers").status() == 200));
      admin.api().post("/api/clients", Api.json("name", "Ann")).expect(201);
    }
  }

  @Test
  void requests_that_hold_the_connections_are_answered_when_postgresql_is_gone_or_silent()
      throws Exception {
    for (Runnable outage : List.<Runnable>of(postgres::interrupt, postgres::fallSilent)) {
      try (var threads = Executors.newVirtualThreadPerTaskExecutor();
          var session = lockClients()) {
        List<Future<Answer>> requests = new ArrayList<>();
        await()
            .atMost(SOON)
            .until(() -> {
              requests.add(threads.submit(() -> admin.api().get("/api/clients")));
              requests.add(
                  threads.submit(() -> admin.api().post("/api/clients", Api.json("name", "Ann"))));
              return waitingForLocks(session) >= 16;
            });
        outage.run();
        List<Answer> answers =
            within(AT_ONCE, () -> requests.stream().map(OutageApiIT::join).toList());
        assertThat(answers).allSatisfy(OutageApiIT::assertUnavailable);
      }
      postgres.restore();
      awaitHealth(200);
    }
  }

  private Connection lockClients() throws SQLException {
    String url = "jdbc:postgresql://%s:%s/outage".formatted(services.host(), services.port());
    Connection session = DriverManager.getConnection(url, services.user(), services.password());
    session.setAutoCommit(false);
    JdbcClient.create(new SingleConnectionDataSource(session, true))
        .sql("LOCK TABLE clients")
        .update();
    return session;
  }

  private static int waitingForLocks(Connection session) {
    return JdbcClient.create(new SingleConnectionDataSource(session, true))
        .sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
        .query(Integer.class)
        .single();
  }

  @Test
  void a_postgresql_that_accepts_reads_only_is_unavailable_for_changes_until_it_accepts_them_again(
      CapturedOutput output) {
    admin.api().post("/api/clients", Api.json("name", "Ann")).expect(201);
    try {
      services.execute("postgres", "ALTER DATABASE outage SET default_transaction_read_only = on");
      endSessions();
      waitUntilNoConnectionWasUsedRecently();
      await().atMost(SOON).until(() -> admin.api().get("/api/officers").status() == 200);
      int start = output.getOut().length();
      assertUnavailable(admin.api().post("/api/clients", Api.json("name", "Ann")));
      assertUnavailable(
          application
              .api()
              .post(
                  "/api/auth/login",
                  Api.json("email", admin.email(), "password", admin.password())));
      admin.api().get("/api/clients").expect(200);
      assertThat(output.getOut().substring(start).lines())
          .hasSize(2)
          .allMatch(line -> line.contains("in a read-only transaction"));
    } finally {
      services.execute("postgres", "ALTER DATABASE outage RESET default_transaction_read_only");
    }
    waitUntilConnectionsCanBeReplacedAgain();
    admin.api().post("/api/clients", Api.json("name", "Ann")); // may be the last 503
    for (int i = 0; i < 20; i++) {
      admin.api().post("/api/clients", Api.json("name", "Ann")).expect(201);
    }
  }

  @Test
  void without_redis_all_requests_succeed() {
    redis.interrupt();
    admin.api().get("/api/officers").expect(200);
    admin.api().post("/api/clients", Api.json("name", "Ann")).expect(201);
    new Accounts(application.api()).officer("EMEA");
    assertThat(
            application.management().get("/actuator/health/readiness").expect(200).text("/status"))
        .isEqualTo("UP");
  }

  private void awaitHealth(int status) {
    await()
        .atMost(SOON)
        .until(() -> application.management().get("/actuator/health/readiness").status() == status);
  }

  /** The pools do not check a connection that was used less than half a second ago. */
  private static void waitUntilNoConnectionWasUsedRecently() {
    await().pollDelay(Duration.ofMillis(600)).until(() -> true);
  }

  private static void waitUntilConnectionsCanBeReplacedAgain() {
    await().pollDelay(Duration.ofMillis(1100)).until(() -> true);
  }

  private void endSessions() {
    services.execute(
        "postgres",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'outage'");
  }

  private static <T> T within(Duration limit, Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(limit);
    return result;
  }

  private static void within(Duration limit, Runnable work) {
    within(
        limit,
        () -> {
          work.run();
          return true;
        });
  }

  private static Answer join(Future<Answer> answer) {
    try {
      return answer.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertUnavailable(Answer answer) {
    answer.expectProblem(503, "unavailable");
    assertThat(answer.header("Retry-After")).matches("[0-9]+");
    assertThat(answer.text("/traceId")).matches("[0-9a-f]{32}");
    assertThat(answer.body()).doesNotContainIgnoringCase("postgres").doesNotContain("Exception");
  }
}
