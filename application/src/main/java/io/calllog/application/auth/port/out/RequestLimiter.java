package io.calllog.application.auth.port.out;

import io.calllog.application.auth.view.Allowance;

/**
 * Counts requests. Each caller has a quota that is refilled steadily; all nodes share it, as far as
 * they can talk to each other. Thread-safe.
 */
public interface RequestLimiter {

  /**
   * Takes one request from the quota of a caller, if there is one left. Never fails.
   *
   * @param caller any text, as long as it is the same for the same caller
   */
  Allowance take(String caller);
}
