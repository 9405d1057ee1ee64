package io.calllog.application.auth.service;

import io.calllog.application.auth.port.out.SignInThrottle;
import io.calllog.application.shared.Origin;
import io.calllog.application.shared.Unauthenticated;
import java.util.function.Supplier;

/** Checks passwords within the limits of the {@link SignInThrottle}. Thread-safe. */
final class ThrottledPasswordCheck {

  private final SignInThrottle throttle;

  ThrottledPasswordCheck(SignInThrottle throttle) {
    this.throttle = throttle;
  }

  /**
   * Runs the check, which throws {@link Unauthenticated} if the password is wrong, and counts
   * failures for the account, existing or not.
   *
   * @throws io.calllog.application.shared.TooManyRequests after too many wrong passwords
   */
  <T> T run(String account, Origin origin, Supplier<T> check) {
    String network = NetworkPrefix.of(origin);
    throttle.reserve(account, network);
    T result;
    try {
      result = check.get();
    } catch (Unauthenticated refusal) {
      throttle.countFailure(network);
      throw refusal;
    } catch (RuntimeException neverChecked) {
      throttle.refund(account, network);
      throw neverChecked;
    }
    throttle.refund(account, network);
    return result;
  }
}
