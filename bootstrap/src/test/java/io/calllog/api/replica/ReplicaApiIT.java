package io.calllog.api.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.OwnApplication;
import io.calllog.api.PostgresServer;
import io.calllog.api.Samples;
import io.calllog.api.Services;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.RegionPath;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two nodes, a primary and a streaming replica. While the replay is paused, the content of a
 * response shows which server was read. The manager has written nothing, so the manager reads from
 * the replica.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ReplicaApiIT {

  private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
  private static final String DATABASE = "calllog";

  @TempDir private static Path directory;

  private PostgresServer primary;
  private PostgresServer standby;
  private OwnApplication first;
  private OwnApplication second;
  private Account officer;
  private Account manager;

  @BeforeAll
  void start_servers_and_nodes() {
    primary = PostgresServer.primary(directory);
    String url = primary.createDatabase(DATABASE);
    standby = primary.startStandby("standby");
    List<String> settings =
        OwnApplication.settings(
            Services.running(),
            url,
            "calllog.replica.url=" + standby.url(DATABASE),
            // Twice as long as in production, because the machine may be busy.
            "calllog.pools.system.validation-timeout=1000",
            "spring.datasource.hikari.connection-timeout=1400",
            OwnApplication.firstAdmin()[0],
            OwnApplication.firstAdmin()[1]);
    first = OwnApplication.start(settings);
    second = OwnApplication.start(settings);
    var accounts = new Accounts(first.api());
    String region = Accounts.newRegion();
    officer = accounts.officer(region + "/Office");
    manager = accounts.manager(region);
  }

  @AfterAll
  void stop() {
    first.close();
    second.close();
    standby.close();
    primary.close();
  }

  @BeforeEach
  void wait_until_both_nodes_read_from_the_replica() {
    standby.awaitEverythingOf(primary);
    awaitReplica(first);
    awaitReplica(second);
  }

  @Test
  void readers_see_their_own_changes_at_every_node_and_those_of_others_when_the_replica_has_them() {
    standby.pauseReplay();
    String call = logCall();

    assertThat(calls(manager, second)).doesNotContain(call);
    assertThat(calls(officer, first)).contains(call);
    assertThat(calls(officer, second)).contains(call);
    as(manager, second).get("/api/calls/" + call).expect(200);
    assertThat(manager.api().get("/api/officers/" + officer.id() + "/calls").expect(200).body())
        .doesNotContain(call);
    assertThat(csv(manager)).doesNotContain(call);
    assertThat(csv(officer)).contains(call);

    standby.resumeReplay();
    await().atMost(LONG_ENOUGH).until(() -> calls(manager, second).contains(call));
    await()
        .atMost(LONG_ENOUGH)
        .until(() -> readsFromReplica(first, () -> calls(officer, first))); // wrote long ago
  }

  @Test
  void reads_go_to_the_primary_when_the_replica_is_more_than_five_seconds_behind() {
    standby.pauseReplay();
    String call = logCall();
    assertThat(calls(manager, second)).doesNotContain(call);

    await().atMost(LONG_ENOUGH).until(() -> calls(manager, second).contains(call));

    assertThat(
            standby
                .database(DATABASE)
                .sql("SELECT count(*) FROM calls WHERE id = ?")
                .param(UUID.fromString(call))
                .query(Long.class)
                .single())
        .isZero();
    standby.resumeReplay();
  }

  @Test
  void what_the_replica_does_not_have_yet_is_found_on_the_primary() {
    var accounts = new Accounts(first.api());
    standby.pauseReplay();
    Account unknown = accounts.officer(Accounts.newRegion());

    as(accounts.admin(), second).get("/api/officers/" + unknown.id()).expect(200);
    as(accounts.admin(), second).get("/api/officers/" + unknown.id() + "/calls").expect(200);
    as(unknown, second).get("/api/calls").expect(200);
    standby.resumeReplay();
  }

  @Test
  void a_report_is_as_old_as_it_says_and_a_new_one_has_everything() {
    String summary = "/api/analytics/summary";
    standby.pauseReplay();
    logCall();

    Instant before = Instant.now();
    Answer recent = as(manager, second).get(summary).expect(200);
    assertThat(Instant.parse(recent.text("/asOf"))).isBefore(before);
    Answer exact = as(manager, second).with("Cache-Control", "no-cache").get(summary).expect(200);
    assertThat(exact.at("/calls/value").intValue())
        .isEqualTo(recent.at("/calls/value").intValue() + 1);
    assertThat(Instant.parse(exact.text("/asOf"))).isAfterOrEqualTo(before);
    standby.resumeReplay();
  }

  @Test
  void the_feed_of_changes_goes_on_at_any_server_and_misses_nothing() {
    Answer page = manager.api().get("/api/changes?limit=500").expect(200);
    List<String> logged = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      logged.add(logCall());
      Api node = as(manager, i % 2 == 0 ? first : second);
      if (i % 20 == 10) { // read from the primary until the replica has the client
        node.post("/api/clients", Api.json("name", "Ann")).expect(201);
      }
      page = node.get("/api/changes?limit=500&cursor=" + page.text("/nextCursor")).expect(200);
      page.at("/items").forEach(item -> seen.add(item.at("/id").asString()));
    }
    var last = new AtomicReference<>(page);
    await()
        .atMost(LONG_ENOUGH)
        .until(() -> {
          String cursor = last.get().text("/nextCursor");
          last.set(manager.api().get("/api/changes?limit=500&cursor=" + cursor).expect(200));
          last.get().at("/items").forEach(item -> seen.add(item.at("/id").asString()));
          return seen.containsAll(logged);
        });
    assertThat(reads(first, "replica", "current")).isPositive();
  }

  @Test
  void a_read_that_the_replay_has_cancelled_is_repeated_on_the_primary() {
    standby.set("max_standby_streaming_delay", "0");
    var reader =
        new Actor(new OfficerId(UUID.randomUUID()), Role.ADMIN, RegionPath.ROOT, List.of());
    UnitOfWork unitOfWork = first.context().getBean(UnitOfWork.class);
    JdbcClient reads = first.context().getBean("readDatabase", JdbcClient.class);
    List<Boolean> servers = new ArrayList<>();
    var started = new CompletableFuture<Void>();
    CompletableFuture<Long> result =
        CompletableFuture.supplyAsync(
            () ->
                unitOfWork.read(
                    reader,
                    true,
                    () -> {
                      boolean replica =
                          reads.sql("SELECT pg_is_in_recovery()").query(Boolean.class).single();
                      servers.add(replica);
                      started.complete(null);
                      return reads
                          .sql("SELECT count(*) FROM regions, pg_sleep(?)")
                          .param(replica ? 4 : 0)
                          .query(Long.class)
                          .single();
                    }),
            Thread::startVirtualThread);
    started.join();
    primary.database(DATABASE).sql("BEGIN; LOCK TABLE regions; COMMIT").update();

    assertThat(result.join()).isPositive();
    assertThat(servers).containsExactly(true, false);
    standby.set("max_standby_streaming_delay", "30s");
  }

  @Test
  void no_request_fails_or_waits_when_the_replica_is_killed() {
    assertNothingIsNoticed(standby::kill, standby::start);
  }

  @Test
  void no_request_fails_or_waits_when_the_replica_hangs() {
    assertNothingIsNoticed(standby::suspend, standby::resume);
  }

  private void assertNothingIsNoticed(Runnable outage, Runnable end) {
    List<Answer> answers = new ArrayList<>();
    Duration slowest = Duration.ZERO;
    Instant stop = Instant.now().plusSeconds(4);
    boolean out = false;
    while (Instant.now().isBefore(stop)) {
      long start = System.nanoTime();
      answers.add(
          as(manager, answers.size() % 2 == 0 ? first : second).get("/api/calls?count=true"));
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      slowest = took.compareTo(slowest) > 0 ? took : slowest;
      if (!out && answers.size() == 10) {
        outage.run();
        out = true;
      }
    }
    assertThat(out).isTrue();
    assertThat(answers).allMatch(answer -> answer.status() == 200);
    assertThat(slowest).isLessThan(Duration.ofMillis(2500));
    first.management().get("/actuator/health/readiness").expect(200);
    end.run();
    awaitReplica(first);
    awaitReplica(second);
  }

  private void awaitReplica(OwnApplication node) {
    await().atMost(LONG_ENOUGH).until(() -> readsFromReplica(node, () -> calls(manager, node)));
  }

  private static boolean readsFromReplica(OwnApplication node, Runnable read) {
    double before = reads(node, "replica", "current");
    read.run();
    return reads(node, "replica", "current") > before;
  }

  private static double reads(OwnApplication node, String server, String reason) {
    var counter =
        node.context()
            .getBean(MeterRegistry.class)
            .find("calllog.reads")
            .tags("server", server, "reason", reason)
            .counter();
    return counter == null ? 0 : counter.count();
  }

  private String logCall() {
    return officer
        .api()
        .post("/api/calls", Samples.call("startedAt", Instant.now().toString()))
        .expect(201)
        .id();
  }

  private static String calls(Account account, OwnApplication node) {
    return as(account, node).get("/api/calls").expect(200).body();
  }

  private static String csv(Account account) {
    return account.api().get("/api/calls.csv").expect(200).body();
  }

  private static Api as(Account account, OwnApplication node) {
    return node.api().as(account.token());
  }
}
