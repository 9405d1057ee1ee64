package io.calllog.application.auth.port.out;

/**
 * Limits password guessing: failed sign-ins per account, from one network and from all networks,
 * and failed sign-ins and registrations per network. Accounts need not exist. All nodes share the
 * limits while the shared storage is available. Throws nothing but {@link
 * io.calllog.application.shared.TooManyRequests}. Thread-safe.
 *
 * <p>Any text can identify an account or a network.
 */
public interface SignInThrottle {

  /**
   * Counts an attempt for the account as failed before it is made, so that concurrent attempts
   * cannot exceed the limit. Nothing is counted for the network, because many people may sign in
   * from it at once.
   *
   * @throws io.calllog.application.shared.TooManyRequests if there were too many failed attempts
   *     for the account, from this network or from all, or too many from the network
   */
  void reserve(String account, String network);

  /** Refunds a reserved attempt that did not fail. */
  void refund(String account, String network);

  /**
   * Counts the failure of a reserved attempt for the network, too.
   *
   * @throws io.calllog.application.shared.TooManyRequests if concurrent attempts have used up the
   *     quota of the network. The failure is counted anyway, so the average rate stays within the
   *     limit
   */
  void countFailure(String network);

  /**
   * Counts a registration.
   *
   * @throws io.calllog.application.shared.TooManyRequests after too many registrations and failed
   *     attempts from the network
   */
  void countRegistration(String network);
}
