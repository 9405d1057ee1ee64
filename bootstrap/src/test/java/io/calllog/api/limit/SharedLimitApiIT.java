package io.calllog.api.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.AtOnce;
import io.calllog.api.OwnApplication;
import io.calllog.api.Relay;
import io.calllog.api.Services;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Two nodes share PostgreSQL and Redis; the first node can be cut off from Redis. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class SharedLimitApiIT {

  private static final String PROFILE = "/api/auth/profile";
  private static final Duration SUSTAINED = Duration.ofSeconds(8);
  private static final String AVAILABLE =
      "Redis is available again. Without Redis, each node applies the rate limits on its own.";
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String UNAVAILABLE =
      "Redis is unavailable, so each node applies the rate limits on its own";

  private final Services services = Services.running();

  private final Relay redis = services.redisRelay();
  private OwnApplication one;
  private OwnApplication other;
  private Accounts accounts;

  @BeforeAll
  void start_two_nodes() {
    String database = services.createDatabase("shared_limits");
    String throughRelay = redis.through(services.redisUrl());
    one = start(database, "spring.data.redis.url=" + throughRelay);
    other = start(database, "spring.data.redis.url=" + services.redisUrl());
    accounts = new Accounts(one.api());
  }

  private OwnApplication start(String database, String redisSetting) {
    return OwnApplication.start(
        OwnApplication.settings(
            services,
            database,
            Limits.with(
                Limits.DEFAULTS,
                redisSetting,
                // Both nodes and a thousand clients share one process here.
                "spring.data.redis.timeout=5s",
                OwnApplication.firstAdmin()[0],
                OwnApplication.firstAdmin()[1])));
  }

  @AfterEach
  void restore_redis() {
    redis.restore();
    awaitRedis();
  }

  @AfterAll
  void stop() {
    one.close();
    other.close();
    redis.close();
  }

  @Test
  void a_thousand_requests_at_once_on_two_nodes_get_exactly_the_burst() {
    Account officer = accounts.officer(Accounts.newRegion());
    List<Api> nodes = nodes(officer);
    awaitRedis();
    int localDecisions = localDecisions(one) + localDecisions(other);

    long begin = System.nanoTime();
    List<Answer> answers = AtOnce.send(1_000, i -> nodes.get(i % 2).get(PROFILE));
    double seconds = (System.nanoTime() - begin) / 1e9;

    assertThat(answers).extracting(Answer::status).containsOnly(200, 429);
    assertThat(localDecisions(one) + localDecisions(other)).isEqualTo(localDecisions);
    // The time of each decision is unknown, so allow for the refill during the whole time.
    assertThat((double) AtOnce.count(answers, 200)).isBetween(60.0, Math.ceil(60 + 5 * seconds));
  }

  @Test
  void a_client_that_uses_both_nodes_gets_only_the_burst_and_the_refill() {
    Account officer = accounts.officer(Accounts.newRegion());
    List<Api> nodes = nodes(officer);
    awaitRedis();
    int localDecisions = localDecisions(one) + localDecisions(other);
    var granted = new AtomicInteger();

    long begin = System.nanoTime();
    AtOnce.send(
        10,
        i -> {
          Answer answer = nodes.get(i % 2).get(PROFILE);
          while (System.nanoTime() - begin < SUSTAINED.toNanos()) {
            granted.addAndGet(answer.status() == 200 ? 1 : 0);
            answer = nodes.get(i % 2).get(PROFILE);
          }
          return answer;
        });

    assertThat(localDecisions(one) + localDecisions(other)).isEqualTo(localDecisions);
    double allowed = 60 + 5.0 * SUSTAINED.toSeconds();
    // One percent, and the requests in flight at the end.
    assertThat(granted.doubleValue()).isCloseTo(allowed, within(allowed * 0.01 + 1));
  }

  @Test
  void without_redis_no_request_fails_and_each_node_has_its_own_limits(CapturedOutput output) {
    Account officer = accounts.officer(Accounts.newRegion());
    int before = localDecisions(one);
    List<Api> nodes = nodes(officer);
    assertThat(nodes.getFirst().get(PROFILE).expect(200).header("RateLimit"))
        .isEqualTo("\"api\";r=59;t=1");

    int told = output.getOut().length();
    redis.interrupt();
    long begin = System.nanoTime();
    List<Answer> answers = AtOnce.send(200, _ -> nodes.getFirst().get(PROFILE));
    double seconds = (System.nanoTime() - begin) / 1e9;

    assertThat(answers).extracting(Answer::status).containsOnly(200, 429);
    assertThat((double) AtOnce.count(answers, 200))
        .as("a local bucket starts full")
        .isBetween(60.0, 60 + Math.ceil(5 * seconds));
    assertThat(localDecisions(one)).isGreaterThanOrEqualTo(before + 200);
    assertThat(nodes.getLast().get(PROFILE).status()).isEqualTo(200);
    // Signing in still works.
    Limits.signIn(one.api(), officer.email(), Accounts.PASSWORD).expect(200);
    await()
        .atMost(SOON)
        .until(() -> {
          one.api().get(PROFILE);
          return output.getOut().substring(told).contains(UNAVAILABLE);
        });
    redis.restore();
    await()
        .atMost(SOON)
        .until(() -> {
          one.api().get(PROFILE);
          return output.getOut().substring(told).contains(AVAILABLE);
        });
    assertThat(output.getOut().substring(told))
        .containsOnlyOnce(UNAVAILABLE)
        .containsOnlyOnce(AVAILABLE);
  }

  @Test
  void after_an_outage_of_redis_the_nodes_share_limits_again() {
    redis.interrupt();
    accounts.admin().api().get(PROFILE).expect(200);
    redis.restore();
    awaitRedis();

    List<Api> nodes = nodes(accounts.officer(Accounts.newRegion()));
    Limits.exhaust(nodes.getFirst(), PROFILE);

    assertThat(nodes.getLast().get(PROFILE).header("RateLimit")).matches("\"api\";r=[0-5];t=1");
  }

  private List<Api> nodes(Account officer) {
    return List.of(one.api().as(officer.token()), other.api().as(officer.token()));
  }

  /** Waits until both nodes decide in Redis. */
  private void awaitRedis() {
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(300))
        .until(() -> {
          int before = localDecisions(one) + localDecisions(other);
          one.api().get(PROFILE);
          other.api().get(PROFILE);
          return localDecisions(one) + localDecisions(other) == before;
        });
  }

  /** Requests that a node decided with a local bucket. */
  private static int localDecisions(OwnApplication node) {
    MeterRegistry meters = node.context().getBean(MeterRegistry.class);
    return (int) meters.get("calllog.rate-limit.local").tag("policy", "api").counter().count();
  }
}
