package io.calllog.application.auth.port.out;

/**
 * Keeps passwords from being guessed: limits failed sign-ins for each account, from one network and
 * from all, and failed sign-ins and registrations for each network. Knows nothing of which accounts
 * exist. Shared by all nodes, as far as they can talk to each other; refuses by {@link
 * io.calllog.application.shared.TooManyRequests} and fails in no other way. Thread-safe.
 *
 * <p>An account is any text that stands for one, a network any text that stands for where requests
 * come from.
 */
public interface SignInThrottle {

  /**
   * Counts an attempt for the account as if it had failed, so that attempts side by side cannot
   * exceed the limit. From the network nothing is taken: many may sign in there at once.
   *
   * @throws io.calllog.application.shared.TooManyRequests when the account had too many failed
   *     attempts, from here or from everywhere, or the network had
   */
  void reserve(String account, String network);

  /** The reserved attempt has not failed: it is as if it had never been counted. */
  void giveBack(String account, String network);

  /**
   * The reserved attempt has failed; that counts for the network too.
   *
   * @throws io.calllog.application.shared.TooManyRequests when the network had no failure left,
   *     which happens to attempts side by side. It counts all the same, so the average holds
   */
  void countFailure(String network);

  /**
   * Somebody makes an account.
   *
   * @throws io.calllog.application.shared.TooManyRequests when the network had too many
   *     registrations and failed attempts
   */
  void countRegistration(String network);
}
