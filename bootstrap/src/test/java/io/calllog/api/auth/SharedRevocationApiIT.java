package io.calllog.api.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.OwnApplication;
import io.calllog.api.Relay;
import io.calllog.api.Samples;
import io.calllog.api.Services;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Two nodes share PostgreSQL and Redis; the first node can be cut off from either. */
@TestInstance(Lifecycle.PER_CLASS)
class SharedRevocationApiIT {

  private static final Duration IN_TIME = Duration.ofSeconds(5);
  private static final Duration SOON = Duration.ofSeconds(20);

  private final Services services = Services.running();

  private final Relay postgres = services.postgresRelay();
  private final Relay redis = services.redisRelay();
  private OwnApplication one;
  private OwnApplication other;
  private Accounts accounts;

  @BeforeAll
  void start_two_nodes() {
    String database = services.createDatabase("shared_revocation");
    String throughRelay = postgres.through(database);
    one = start(throughRelay, redis.through(services.redisUrl()));
    other = start(database, services.redisUrl());
    accounts = new Accounts(one.api());
  }

  private OwnApplication start(String database, String redisSetting) {
    return OwnApplication.start(
        OwnApplication.settings(
            services,
            database,
            "spring.data.redis.url=" + redisSetting,
            "spring.datasource.hikari.connection-timeout=500",
            "calllog.rate-limit.api.per-minute=1000000",
            "calllog.rate-limit.api.burst=100000",
            OwnApplication.firstAdmin()[0],
            OwnApplication.firstAdmin()[1]));
  }

  @AfterEach
  void restore_services() {
    postgres.restore();
    redis.restore();
    await().atMost(SOON).until(() -> accounts.admin().api().get("/api/officers").status() == 200);
    await()
        .atMost(SOON)
        .until(() ->
            accounts
                    .admin()
                    .api()
                    .post("/api/regions", Api.json("path", Accounts.newRegion()))
                    .status()
                == 201);
  }

  @AfterAll
  void stop() {
    one.close();
    other.close();
    postgres.close();
    redis.close();
  }

  @Test
  void a_deactivated_officer_is_rejected_by_both_nodes_within_five_seconds() {
    Account officer = accounts.officer(Accounts.newRegion());
    Api elsewhere = other.api().as(officer.token());
    officer.api().get("/api/calls").expect(200);
    elsewhere.get("/api/calls").expect(200);

    deactivate(officer);

    await()
        .atMost(IN_TIME)
        .until(() ->
            officer.api().get("/api/calls").status() == 401
                && elsewhere.get("/api/calls").status() == 401);
  }

  @Test
  void a_key_works_on_both_nodes_at_once_and_is_rejected_by_both_within_five_seconds() {
    Account key = accounts.key(Accounts.newRegion(), "calls:read");
    Api elsewhere = other.api().as(key.token());
    key.api().get("/api/calls").expect(200);
    elsewhere.get("/api/calls").expect(200);

    accounts.admin().api().delete("/api/keys/" + key.id()).expect(204);

    key.api().get("/api/calls").expect(401);
    await().atMost(IN_TIME).until(() -> elsewhere.get("/api/calls").status() == 401);
  }

  @Test
  void the_poll_stores_when_a_key_was_used() {
    Account key = accounts.key(Accounts.newRegion(), "calls:read");
    other.api().as(key.token()).get("/api/calls").expect(200);

    Api admin = accounts.admin().api();
    await()
        .atMost(IN_TIME)
        .until(() -> !admin.get("/api/keys/" + key.id()).expect(200).at("/lastUsedAt").isNull());
  }

  @Test
  void a_key_is_checked_without_the_database_and_not_accepted_when_revocations_are_not_known() {
    Account key = accounts.key(Accounts.newRegion(), "calls:read");
    key.api().get("/api/calls").expect(200);

    postgres.interrupt();

    key.api().get("/api/clients").expectProblem(403, "not-permitted");
    await().atMost(SOON).until(() -> key.api().get("/api/clients").status() == 503);
    postgres.restore();
    await().atMost(SOON).until(() -> key.api().get("/api/clients").status() == 403);
  }

  @Test
  void a_token_is_checked_without_the_database() {
    Account officer = accounts.officer(Accounts.newRegion());
    awaitPoll(officer);

    postgres.interrupt();

    for (int i = 0; i < 20; i++) {
      officer.api().get("/api/nothing").expectProblem(404, "not-found");
    }
    officer.api().get("/api/calls").expectProblem(503, "unavailable");
    one.api().get("/api/nothing").expectProblem(401, "unauthenticated");
  }

  @Test
  void no_token_is_accepted_when_revocations_are_not_known() {
    Account officer = accounts.officer(Accounts.newRegion());

    postgres.interrupt();

    await().atMost(SOON).until(() -> officer.api().get("/api/nothing").status() == 503);
    postgres.restore();
    await().atMost(SOON).until(() -> officer.api().get("/api/nothing").status() == 404);
  }

  @Test
  void no_request_fails_when_redis_stops_and_revocations_apply() {
    List<Account> officers =
        List.of(
            accounts.officer(Accounts.newRegion()),
            accounts.officer(Accounts.newRegion()),
            accounts.officer(Accounts.newRegion()),
            accounts.officer(Accounts.newRegion()));
    var logged = new ConcurrentLinkedQueue<Answer>();
    var enough = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Account officer : officers) {
        threads.execute(() -> {
          while (!enough.get()) {
            logged.add(officer.api().post("/api/calls", Samples.call()));
          }
        });
      }
      awaitMore(logged, 40);
      redis.interrupt();
      awaitMore(logged, 40);
      redis.restore();
      awaitMore(logged, 40);
      enough.set(true);
    }

    assertThat(logged).extracting(Answer::status).containsOnly(201);
    Account last = officers.getLast();
    deactivate(last);
    await().atMost(IN_TIME).until(() -> last.api().get("/api/calls").status() == 401);
  }

  private static void awaitMore(ConcurrentLinkedQueue<Answer> logged, int more) {
    int wanted = logged.size() + more;
    await().atMost(SOON).until(() -> logged.size() >= wanted);
  }

  /** Waits until the node knows the revocations again, so that it does not ask for each token. */
  private void awaitPoll(Account officer) {
    Counter asked =
        one.context()
            .getBean(MeterRegistry.class)
            .get("calllog.revocations.checked-in-database")
            .counter();
    await()
        .atMost(SOON)
        .until(() -> {
          double before = asked.count();
          officer.api().get("/api/nothing").expect(404);
          return asked.count() == before;
        });
  }

  private void deactivate(Account officer) {
    accounts
        .admin()
        .api()
        .patch("/api/officers/" + officer.id(), Api.json("status", "INACTIVE"))
        .expect(200);
  }
}
