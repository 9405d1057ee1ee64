package io.calllog.application.auth.port.out;

/**
 * Limits password guessing: failed sign-ins per account, from one network and from all networks,
 * and failed sign-ins and registrations per network. Accounts need not exist. All nodes share the
 * limits as long as the shared storage is available. Throws nothing but {@link
 * io.calllog.application.shared.TooManyRequests}. Thread-safe.
 *
 * <p>Accounts and networks are identified by any text.
 */
public interface SignInThrottle {

  /**
   * Counts an attempt for the account as if it had failed, so that concurrent attempts cannot
   * exceed the limit. Nothing is counted for the network, where many people may sign in at once.
   *
   * @throws io.calllog.application.shared.TooManyRequests when the account had too many failed
   *     attempts, from here or from everywhere, or the network had
   */
  void reserve(String account, String network);

  /** Takes back a reserved attempt that did not fail. */
  void giveBack(String account, String network);

  /**
   * Counts a reserved attempt that failed for the network, too.
   *
   * @throws io.calllog.application.shared.TooManyRequests when concurrent attempts had already used
   *     the quota of the network. The failure counts all the same, so the average holds
   */
  void countFailure(String network);

  /**
   * Counts a registration.
   *
   * @throws io.calllog.application.shared.TooManyRequests when the network had too many
   *     registrations and failed attempts
   */
  void countRegistration(String network);
}
