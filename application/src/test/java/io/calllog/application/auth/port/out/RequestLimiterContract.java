package io.calllog.application.auth.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.auth.view.RateLimitDecision;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Contract of {@link RequestLimiter}, with 60 requests at once and 300 a minute. */
public abstract class RequestLimiterContract {

  private final String caller = "officer " + UUID.randomUUID();

  /** Returns the port under test. */
  protected abstract RequestLimiter limiter();

  /** Advances the clock of the limiter. */
  protected abstract void pass(Duration time);

  @Test
  void returns_the_remaining_quota() {
    RateLimitDecision first = limiter().take(caller, 1);

    assertThat(first)
        .isEqualTo(
            new RateLimitDecision(
                "api", true, 60, Duration.ofSeconds(12), 59, Duration.ofMillis(200)));
    assertThat(limiter().take(caller, 1).remaining()).isEqualTo(58);
  }

  @Test
  void grants_the_quota_at_once_and_no_more() {
    exhaust();

    RateLimitDecision refused = limiter().take(caller, 1);

    assertThat(refused.granted()).isFalse();
    assertThat(refused.remaining()).isZero();
    assertThat(refused.untilMore()).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void takes_several_requests_or_none() {
    assertThat(limiter().take(caller, 11).remaining()).isEqualTo(49);
    assertThat(limiter().take(caller, 40).remaining()).isEqualTo(9);

    RateLimitDecision refused = limiter().take(caller, 11);

    assertThat(refused.granted()).isFalse();
    assertThat(refused.remaining()).isEqualTo(9);
    assertThat(refused.untilMore()).isEqualTo(Duration.ofMillis(400));
    pass(Duration.ofMillis(400));
    assertThat(limiter().take(caller, 11).granted()).isTrue();
  }

  @Test
  void is_refilled_steadily() {
    exhaust();

    pass(Duration.ofMillis(150));
    assertThat(limiter().take(caller, 1).untilMore()).isEqualTo(Duration.ofMillis(50));
    pass(Duration.ofMillis(50));
    assertThat(limiter().take(caller, 1).granted()).isTrue();
    pass(Duration.ofSeconds(1));
    assertThat(granted(10)).isEqualTo(5);
  }

  @Test
  void never_exceeds_the_quota_when_idle() {
    exhaust();

    pass(Duration.ofHours(1));

    assertThat(granted(70)).isEqualTo(60);
  }

  @Test
  void counts_each_caller_separately() {
    exhaust();

    assertThat(limiter().take(caller + "x", 1).granted()).isTrue();
    assertThat(limiter().take("", 1).policy()).isEqualTo("api");
  }

  @Test
  void grants_a_caller_a_quota_of_its_own() {
    assertThat(limiter().take(caller, 1_200, 1))
        .isEqualTo(
            new RateLimitDecision(
                "key", true, 1_200, Duration.ofMinutes(1), 1_199, Duration.ofMillis(50)));
    assertThat(limiter().take(caller, 1_200, 1_199).granted()).isTrue();
    assertThat(limiter().take(caller, 1_200, 1).granted()).isFalse();
    assertThat(limiter().take(caller + "x", 1_200, 1).remaining()).isEqualTo(1_199);
    assertThat(limiter().take(caller, 60, 1).remaining()).as("another quota").isEqualTo(59);
    pass(Duration.ofMillis(50));
    assertThat(limiter().take(caller, 1_200, 1).granted()).isTrue();
  }

  @Test
  void counts_concurrent_requests() {
    var answers = new ConcurrentLinkedQueue<RateLimitDecision>();
    var threads =
        IntStream.range(0, 200)
            .mapToObj(_ -> Thread.ofVirtual().start(() -> answers.add(limiter().take(caller, 1))))
            .toList();
    threads.forEach(RequestLimiterContract::join);

    assertThat(answers).hasSize(200);
    assertThat(answers.stream().filter(RateLimitDecision::granted)).hasSize(60);
  }

  private void exhaust() {
    assertThat(granted(60)).isEqualTo(60);
  }

  private int granted(int requests) {
    return (int)
        IntStream.range(0, requests).filter(_ -> limiter().take(caller, 1).granted()).count();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
