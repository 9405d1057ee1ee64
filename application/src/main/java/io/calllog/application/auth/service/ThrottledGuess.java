package io.calllog.application.auth.service;

import io.calllog.application.auth.port.out.SignInThrottle;
import io.calllog.application.shared.Origin;
import io.calllog.application.shared.Unauthenticated;
import java.util.function.Supplier;

/** Checks passwords within the limits of the {@link SignInThrottle}. Thread-safe. */
final class ThrottledGuess {

  private final SignInThrottle throttle;

  ThrottledGuess(SignInThrottle throttle) {
    this.throttle = throttle;
  }

  /**
   * Runs the check and counts it if it fails.
   *
   * @param account identifies the account, which need not exist
   * @param check throws {@link Unauthenticated} if the password is wrong
   * @throws io.calllog.application.shared.TooManyRequests after too many wrong passwords
   */
  <T> T attempt(String account, Origin origin, Supplier<T> check) {
    String network = Network.of(origin).name();
    throttle.reserve(account, network);
    T result;
    try {
      result = check.get();
    } catch (Unauthenticated refusal) {
      throttle.countFailure(network);
      throw refusal;
    } catch (RuntimeException neverChecked) {
      throttle.giveBack(account, network);
      throw neverChecked;
    }
    throttle.giveBack(account, network);
    return result;
  }
}
