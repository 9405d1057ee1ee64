package io.calllog.api.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.OwnApplication;
import io.calllog.api.PostgresServer;
import io.calllog.api.Services;
import io.calllog.api.imports.Imports;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A synchronous standby is promoted while officers work. Each acknowledged change is stored once,
 * each answer is a success or 503, and writes go on. {@code -Dcalllog.failover.seconds=60} lets the
 * officers work longer before and after each failover.
 */
class FailoverApiIT {

  private static final Logger LOG = LoggerFactory.getLogger(FailoverApiIT.class);

  private static final Duration WORK =
      Duration.ofSeconds(Integer.getInteger("calllog.failover.seconds", 1));

  private static final Duration WRITES_GO_ON = Duration.ofSeconds(5);
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);
  private static final int OFFICERS = 8;
  private static final int ROWS = 4_000;

  @TempDir private Path directory;

  private PostgresServer first;
  private PostgresServer second;
  private PostgresServer third;
  private PostgresServer fourth;
  private OwnApplication application;
  private Account admin;
  private List<BusyOfficer> officers;

  @BeforeEach
  void start_servers_and_officers() {
    first = PostgresServer.primary(directory);
    String url = first.createDatabase("failover");
    second = first.startStandby("second");
    third = first.startStandby("third");
    fourth = first.startStandby("fourth");
    // Each standby streams from the server that is promoted before it, so it is never ahead of it.
    third.follow(second);
    fourth.follow(third);
    first.set("synchronous_standby_names", "second");
    second.set("synchronous_standby_names", "third");
    third.set("synchronous_standby_names", "fourth");
    String urlOfAll =
        url.replaceFirst(
                ":[0-9]+/",
                ":%s,127.0.0.1:%s,127.0.0.1:%s,127.0.0.1:%s/"
                    .formatted(first.port(), second.port(), third.port(), fourth.port()))
            + "?targetServerType=primary";
    application =
        OwnApplication.start(
            OwnApplication.settings(
                Services.running(),
                urlOfAll,
                OwnApplication.firstAdmin()[0],
                OwnApplication.firstAdmin()[1],
                // Less than in most tests, because this test is about outages.
                "calllog.pools.system.validation-timeout=1000",
                // An import whose failure could not be stored goes on after four intervals.
                "db-scheduler.heartbeat-interval=1s"));
    var accounts = new Accounts(application.api());
    admin = accounts.admin();
    String region = Accounts.newRegion();
    officers =
        IntStream.range(0, OFFICERS)
            .mapToObj(_ -> new BusyOfficer(accounts.officer(region)))
            .toList();
  }

  @AfterEach
  void stop() {
    application.close();
    fourth.close();
    third.close();
    second.close();
    first.close();
  }

  @Test
  void nothing_is_lost_when_the_primary_becomes_read_only_or_is_killed_or_hangs() throws Exception {
    Account key = new Accounts(application.api()).key("", "changes:read");
    String place = key.api().get("/api/changes?limit=1").expect(200).text("/nextCursor");

    awaitWork();
    first.set("default_transaction_read_only", "on");
    awaitUnavailable();
    second.awaitEverythingOf(first);
    second.promote();
    awaitWrites(Instant.now(), "read only");

    String file = file(new Accounts(application.api()).officer(Accounts.newRegion()));
    Answer sent =
        until(202, () -> admin.api().send("POST", "/api/imports?kind=calls", "text/csv", file));
    awaitWork();
    second.kill();
    awaitUnavailable();
    third.promote();
    awaitWrites(Instant.now(), "killed");

    awaitWork();
    third.suspend();
    awaitUnavailable();
    fourth.promote();
    awaitWrites(Instant.now(), "suspended");

    awaitWork();
    for (BusyOfficer officer : officers) {
      officer.stop();
    }
    assertNothingWasLostOrDoubled(sent);
    key.api().get("/api/changes?cursor=" + place).expectProblem(410, "start-over");
    application
        .api()
        .post("/api/auth/refresh", Api.json("refreshToken", admin.refreshToken()))
        .expect(200);
  }

  /** Lets the officers work for a while. */
  private void awaitWork() {
    int before = good();
    await()
        .pollDelay(WORK)
        .atMost(LONG_ENOUGH.plus(WORK))
        .until(() -> good() >= before + 8 * officers.size());
  }

  private int good() {
    return officers.stream().mapToInt(BusyOfficer::good).sum();
  }

  private void assertNothingWasLostOrDoubled(Answer sent) {
    assertThat(officers).flatExtracting(BusyOfficer::wrong).isEmpty();
    assertThat(officers).allMatch(BusyOfficer::clientIsAsAcknowledged);
    assertThat(Imports.counts(Imports.ended(admin.api(), sent))).containsExactly(ROWS, 0, 0);
    List<@Nullable String> stored =
        fourth
            .database("failover")
            .sql("SELECT id FROM calls WHERE external_id IS NULL")
            .query(String.class)
            .list();
    assertThat(stored)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            officers.stream().flatMap(officer -> officer.acknowledged().stream()).toList());
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Answer verified =
        admin
            .api()
            .post(
                "/api/admin/analytics/verify",
                Api.json(
                    "from", today.minusDays(2).toString(), "to", today.plusDays(1).toString()));
    assertThat(verified.expect(200).at("/differences")).isEmpty();
  }

  /** Waits until a request was refused, so that the failure is noticed before the promotion. */
  private void awaitUnavailable() {
    int before = officers.stream().mapToInt(BusyOfficer::unavailable).sum();
    await()
        .atMost(LONG_ENOUGH)
        .until(() -> officers.stream().mapToInt(BusyOfficer::unavailable).sum() > before);
  }

  /** Waits until each officer has logged a call that began after the promotion. */
  private void awaitWrites(Instant promoted, String failure) {
    await()
        .atMost(LONG_ENOUGH)
        .until(() ->
            officers.stream().allMatch(officer -> officer.lastAcknowledged().isAfter(promoted)));
    Duration time = Duration.between(promoted, Instant.now());
    LOG.info(
        "Primary {}: writes of all officers after {} ms; {} good answers and {} times 503 so far;"
            + " slowest answers {}",
        failure,
        time.toMillis(),
        officers.stream().mapToInt(BusyOfficer::good).sum(),
        officers.stream().mapToInt(BusyOfficer::unavailable).sum(),
        officers.stream().map(BusyOfficer::slowest).sorted().toList());
    assertThat(time).isLessThan(WRITES_GO_ON);
  }

  private static Answer until(int status, Supplier<Answer> request) {
    return await().atMost(LONG_ENOUGH).until(request::get, answer -> answer.status() == status);
  }

  private static String file(Account officer) {
    Instant start = Instant.now().minus(Duration.ofDays(1));
    return Stream.concat(
            Stream.of(Imports.CALLS_HEADER + ",externalId"),
            IntStream.range(0, ROWS)
                .mapToObj(i ->
                    "%s,OUTGOING,SUCCESSFUL,60,%s,pbx-%s"
                        .formatted(officer.id(), start.plusSeconds(i), i)))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
