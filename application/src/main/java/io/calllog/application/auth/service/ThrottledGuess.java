package io.calllog.application.auth.service;

import io.calllog.application.auth.port.out.SignInThrottle;
import io.calllog.application.shared.Origin;
import io.calllog.application.shared.Unauthenticated;
import java.util.function.Supplier;

/**
 * A password that is typed may be a guess: it is checked only as long as the throttle permits, and
 * counts when it is wrong. Thread-safe.
 */
final class ThrottledGuess {

  private final SignInThrottle throttle;

  ThrottledGuess(SignInThrottle throttle) {
    this.throttle = throttle;
  }

  /**
   * Has a password checked.
   *
   * @param account a text that stands for the account, whether there is one or not
   * @param check throws {@link Unauthenticated} when the password is wrong
   * @throws io.calllog.application.shared.TooManyRequests when there were too many wrong ones
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
