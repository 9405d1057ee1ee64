package io.calllog.cache.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.auth.port.out.SignInThrottle;
import io.calllog.application.auth.port.out.SignInThrottleContract;
import io.calllog.local.DataLifetime;
import io.calllog.local.LocalServices;
import io.calllog.local.RedisConnection;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class RedisSignInThrottleIT extends SignInThrottleContract {

  @TempDir private static Path directory;
  private static LocalServices services;

  private final ManualClock clock = new ManualClock();
  private LimitingNode node;

  @BeforeAll
  static void start_redis() {
    services = LocalServices.in(directory, DataLifetime.ONE_RUN);
  }

  @AfterAll
  static void stop_redis() {
    services.close();
  }

  @BeforeEach
  void start() {
    RedisConnection redis = services.redis();
    node =
        LimitingNode.patient(
            "redis://:%s@%s:%s".formatted(redis.password(), redis.host(), redis.port()), clock);
  }

  /** Every decision was made in Redis, not by a local bucket. */
  @AfterEach
  void stop() {
    node.close();
    assertThat(node.allLocalDecisions()).isZero();
  }

  @Override
  protected SignInThrottle throttle() {
    return node.throttle;
  }

  @Override
  protected void pass(Duration time) {
    clock.pass(time);
  }
}
