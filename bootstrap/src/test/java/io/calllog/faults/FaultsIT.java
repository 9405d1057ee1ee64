package io.calllog.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Api;
import io.calllog.api.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Faults of a running system under steady load. Each fault adds a row to {@code target/faults.md},
 * which docs/operations.md shows.
 */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsIT {

  /** Answers are promised within a second, but the load needs the same processors. */
  private static final Duration SOON = Duration.ofMillis(1_500);

  /** How long a service is away. */
  private static final Duration OUTAGE = Duration.ofSeconds(10);

  private Site site;
  private List<Account> officers;

  @BeforeAll
  void start() throws Exception {
    Commands.require("nginx", "faketime", "iptables", "mkfs.ext4");
    site = new Site(Trial.LOGS.toAbsolutePath(), 4);
    officers = site.officers(8);
    Files.writeString(Trial.TABLE, Row.HEADER);
    Trial.warmUp(site, officers);
  }

  @AfterAll
  void stop() throws IOException {
    site.close();
  }

  @Test
  @Order(0)
  void none() throws Exception {
    expect(SOON, Duration.ZERO).of("none, for comparison", load -> load.run(OUTAGE));
  }

  @Test
  @Order(1)
  void a_node_is_killed() throws Exception {
    expect(SOON, Duration.ofSeconds(2))
        .of("one of two nodes killed (`kill -9`)", _ -> site.second().close());
    site.second().start(site.settings(), Map.of());
    site.second().awaitReady();
  }

  @Test
  @Order(2)
  void a_node_is_stopped_for_ten_seconds() throws Exception {
    expect(OUTAGE.plusSeconds(5), Duration.ofSeconds(5))
        .of(
            "one of two nodes stopped for 10 s (`SIGSTOP`)",
            load -> stopped(site.second().process(), load));
  }

  @Test
  @Order(3)
  void postgresql_is_killed() throws Exception {
    expect(SOON, Duration.ofSeconds(2))
        .of(
            "PostgreSQL killed (`kill -9`), started again after 10 s",
            load -> {
              site.postgres().kill();
              load.run(OUTAGE);
              site.postgres().start();
            });
  }

  @Test
  @Order(4)
  void postgresql_is_stopped_for_ten_seconds() throws Exception {
    expect(SOON, Duration.ofSeconds(2))
        .of(
            "PostgreSQL stopped for 10 s (`SIGSTOP`)",
            load -> {
              site.postgres().suspend();
              load.run(OUTAGE);
              site.postgres().resume();
            });
  }

  @Test
  @Order(5)
  void redis_is_killed() throws Exception {
    expect(SOON, Duration.ZERO)
        .of(
            "Redis killed (`kill -9`), started again after 10 s",
            load -> {
              Commands.signal("KILL", site.redis().process());
              load.run(OUTAGE);
              site.redis().start();
            });
  }

  @Test
  @Order(6)
  void redis_is_stopped_for_ten_seconds() throws Exception {
    expect(SOON, Duration.ZERO)
        .of("Redis stopped for 10 s (`SIGSTOP`)", load -> stopped(site.redis().process(), load));
  }

  @Test
  @Order(7)
  void the_network_to_postgresql_drops_packets() throws Exception {
    expect(SOON, Duration.ofSeconds(2))
        .of(
            "network to PostgreSQL drops all packets for 10 s",
            load -> cutOff(site.postgres().port(), load));
  }

  @Test
  @Order(8)
  void the_network_to_redis_drops_packets() throws Exception {
    expect(SOON, Duration.ZERO)
        .of(
            "network to Redis drops all packets for 10 s",
            load -> cutOff(site.redis().port(), load));
  }

  /**
   * The rows of an officer, for whom calls are logged, and of a client, which 40 requests change.
   */
  @Test
  @Order(9)
  void the_rows_of_an_officer_and_a_client_are_locked() throws Exception {
    Account officer = officers.getFirst();
    String client =
        site.api()
            .as(site.accounts().signIn(officer.email(), officer.password()).token())
            .post("/api/clients", Api.json("name", "Ann"))
            .expect(201)
            .id();
    expect(Duration.ofSeconds(4), Duration.ofSeconds(2))
        .of(
            "rows of an officer and a client locked for 10 s, 40 changes of the client",
            load -> {
              try (var connection =
                      DriverManager.getConnection(
                          site.postgres().url("calllog"), PostgresServer.USER, "");
                  var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute(
                    "SELECT FROM officers WHERE id = '%s' FOR UPDATE".formatted(officer.id()));
                statement.execute(
                    "SELECT FROM clients WHERE id = '%s' FOR UPDATE".formatted(client));
                for (int i = 0; i < 40; i++) {
                  load.send(
                      0,
                      "PATCH",
                      "/api/clients/" + client,
                      "application/merge-patch+json",
                      Api.json("name", "Ann " + i));
                }
                load.run(OUTAGE);
                connection.rollback();
              }
            });
  }

  @Test
  @Order(10)
  void the_disk_of_postgresql_is_full() throws Exception {
    expect(SOON, Duration.ofSeconds(2))
        .of(
            "disk of PostgreSQL full for 10 s",
            load -> {
              site.disk().fill();
              load.run(OUTAGE);
              site.disk().free();
              if (!site.postgres().isRunning()) { // as systemd would
                site.postgres().start();
              }
            });
  }

  @Test
  @Order(11)
  void the_clock_of_a_node_is_one_minute_fast() throws Exception {
    wrongClock("+60s", "fast");
  }

  @Test
  @Order(12)
  void the_clock_of_a_node_is_one_minute_slow() throws Exception {
    wrongClock("-60s", "slow");
  }

  @Test
  @Order(13)
  void both_nodes_are_restarted_one_after_the_other() throws Exception {
    expect(SOON, Duration.ZERO)
        .of(
            "both nodes restarted, one after the other",
            _ -> {
              for (Node node : site.nodes()) {
                restart(node, site.settings());
              }
            });
  }

  @Test
  @Order(14)
  void the_primary_is_killed_and_a_standby_promoted() throws Exception {
    PostgresServer standby = site.postgres().startStandby("standby");
    site.postgres().set("synchronous_standby_names", "standby");
    List<String> settings = site.settings(standby);
    for (Node node : site.nodes()) {
      restart(node, settings);
    }
    try {
      expect(SOON, Duration.ofSeconds(5))
          .of(
              "primary killed (`kill -9`), synchronous standby promoted after 3 s",
              load -> {
                site.postgres().kill();
                load.run(secs(3));
                standby.promote();
                site.failedOverTo(standby);
              });
    } finally {
      standby.close();
    }
  }

  private void wrongClock(String offset, String word) throws Exception {
    site.second().stop();
    site.second()
        .start(
            site.settings(),
            Map.of(
                "LD_PRELOAD",
                Commands.run("sh", "-c", "echo /usr/lib/*/faketime/libfaketimeMT.so.1").strip(),
                "FAKETIME",
                offset));
    site.second().awaitReady();
    var date =
        ZonedDateTime.parse(
            site.second().api().get("/api/calls").header("Date"),
            DateTimeFormatter.RFC_1123_DATE_TIME);
    assertThat(Duration.between(Instant.now(), date).abs()).isBetween(secs(55), secs(65));
    try {
      expect(SOON, Duration.ZERO)
          .of("clock of one of two nodes one minute " + word, load -> load.run(secs(20)));
    } finally {
      restart(site.second(), site.settings());
    }
  }

  private static void restart(Node node, List<String> settings) throws Exception {
    node.stop();
    node.start(settings, Map.of());
    node.awaitReady();
  }

  private static void stopped(ProcessHandle process, SteadyLoad load) {
    Commands.signal("STOP", process);
    try {
      load.run(OUTAGE);
    } finally {
      Commands.signal("CONT", process);
    }
  }

  private static void cutOff(int port, SteadyLoad load) {
    try (var _ = Network.dropPackets(port)) {
      load.run(OUTAGE);
    }
  }

  private Trial expect(Duration slowest, Duration recovery) {
    return new Trial(site, officers, slowest, recovery);
  }

  private static Duration secs(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
