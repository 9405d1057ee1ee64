package io.calllog.cache.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

@ExtendWith(OutputCaptureExtension.class)
class GuardedRedisTest {

  private final AtomicLong time = new AtomicLong();
  private final GuardedRedis redis =
      new GuardedRedis(
          new SharedConnection(new LettuceConnectionFactory()),
          "this test does without it",
          time::get);

  @Test
  void logs_failures_that_go_on_for_a_second_but_no_single_ones(CapturedOutput output) {
    fail();
    pass(Duration.ofHours(1));
    fail();
    assertThat(output).doesNotContain("Redis is unavailable");

    pass(Duration.ofSeconds(1));
    fail();
    assertThat(output).containsOnlyOnce("Redis is unavailable, so this test does without it");
  }

  private void pass(Duration duration) {
    time.addAndGet(duration.toNanos());
  }

  /** Lets a command fail as soon as the breaker allows one. */
  private void fail() {
    await()
        .until(() -> {
          try {
            return redis.ask(() -> {
              throw new RedisException("broken");
            });
          } catch (CallNotPermittedException _) {
            return false;
          } catch (RedisException _) {
            return true;
          }
        });
  }
}
