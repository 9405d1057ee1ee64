package io.calllog.application.auth.port.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.application.shared.TooManyRequests;
import java.time.Duration;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * Contract of {@link SignInThrottle}, with 5 failures of an account from one network and 50 from
 * all in 15 minutes, and 10 failures and registrations of a network in a minute.
 */
public abstract class SignInThrottleContract {

  private final String account = UUID.randomUUID() + "@example.com";
  private final String network = "network " + UUID.randomUUID();

  /** Returns the port under test. */
  protected abstract SignInThrottle throttle();

  /** Advances the clock of the throttle. */
  protected abstract void pass(Duration time);

  @Test
  void refuses_an_account_after_five_attempts_from_one_network() {
    times(5, () -> throttle().reserve(account, network));

    assertRefusedFor(Duration.ofMinutes(3), () -> throttle().reserve(account, network));
    assertGranted(() -> throttle().reserve(account, network + "x"));
    assertGranted(() -> throttle().reserve("x" + account, network));
  }

  @Test
  void permits_one_more_attempt_every_three_minutes() {
    times(5, () -> throttle().reserve(account, network));

    pass(Duration.ofMinutes(2));
    assertRefusedFor(Duration.ofMinutes(1), () -> throttle().reserve(account, network));
    pass(Duration.ofMinutes(1));
    throttle().reserve(account, network);
    assertRefusedFor(Duration.ofMinutes(3), () -> throttle().reserve(account, network));
  }

  @Test
  void refuses_an_account_after_fifty_attempts_from_many_networks() {
    for (int i = 0; i < 50; i++) {
      throttle().reserve(account, network + i);
    }

    assertRefusedFor(Duration.ofSeconds(18), () -> throttle().reserve(account, network));
    assertGranted(() -> throttle().reserve("x" + account, network));
  }

  @Test
  void does_not_count_refused_attempts() {
    for (int i = 0; i < 50; i++) {
      throttle().reserve(account, network + i);
    }
    times(9, () -> assertRefused(() -> throttle().reserve(account, network)));
    pass(Duration.ofSeconds(90));

    times(5, () -> throttle().reserve(account, network));

    assertRefused(() -> throttle().reserve(account, network));
  }

  @Test
  void refunds_an_attempt_that_did_not_fail() {
    times(
        70,
        () -> {
          throttle().reserve(account, network);
          throttle().refund(account, network);
        });

    times(5, () -> throttle().reserve(account, network));
    assertRefused(() -> throttle().reserve(account, network));
  }

  @Test
  void refunds_no_more_than_the_limit() {
    times(3, () -> throttle().refund(account, network));

    times(5, () -> throttle().reserve(account, network));

    assertRefused(() -> throttle().reserve(account, network));
  }

  @Test
  void refuses_a_network_after_ten_failures_of_any_accounts() {
    for (int i = 0; i < 10; i++) {
      throttle().reserve(account + i, network);
      throttle().countFailure(network);
    }

    assertRefusedFor(Duration.ofSeconds(6), () -> throttle().reserve(account, network));
    assertGranted(() -> throttle().reserve(account, network + "x"));
    pass(Duration.ofSeconds(6));
    assertGranted(() -> throttle().reserve(account, network));
  }

  @Test
  void counts_nothing_for_the_network_before_a_failure() {
    for (int i = 0; i < 50; i++) {
      throttle().reserve(account + i, network);
    }

    times(10, () -> throttle().countRegistration(network));
    assertRefused(() -> throttle().countRegistration(network));
  }

  @Test
  void refuses_and_counts_concurrent_failures() {
    times(10, () -> throttle().countFailure(network));

    assertRefusedFor(Duration.ofSeconds(12), () -> throttle().countFailure(network));
    pass(Duration.ofSeconds(6));
    assertRefusedFor(Duration.ofSeconds(6), () -> throttle().countRegistration(network));
    pass(Duration.ofSeconds(6));
    throttle().countRegistration(network);
  }

  @Test
  void counts_registrations_and_failures_together() {
    times(4, () -> throttle().countRegistration(network));
    times(6, () -> throttle().countFailure(network));

    assertRefusedFor(Duration.ofSeconds(6), () -> throttle().countRegistration(network));
    assertRefused(() -> throttle().reserve(account, network));
    assertGranted(() -> throttle().countRegistration(network + "x"));
  }

  @Test
  void accepts_any_text_as_an_account() {
    for (String odd : new String[] {"", "\u0000", "\uD83D", "x".repeat(100_000)}) {
      assertGranted(() -> throttle().reserve(odd, network));
    }
  }

  private static void times(int times, Runnable work) {
    for (int i = 0; i < times; i++) {
      work.run();
    }
  }

  private static void assertGranted(ThrowingCallable work) {
    assertThatCode(work).doesNotThrowAnyException();
  }

  private static void assertRefused(ThrowingCallable work) {
    assertThatExceptionOfType(TooManyRequests.class).isThrownBy(work);
  }

  private static void assertRefusedFor(Duration time, ThrowingCallable work) {
    assertThatExceptionOfType(TooManyRequests.class)
        .isThrownBy(work)
        .satisfies(refusal -> assertThat(refusal.retryAfter()).isEqualTo(time));
  }
}
