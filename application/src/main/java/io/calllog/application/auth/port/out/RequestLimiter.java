package io.calllog.application.auth.port.out;

import io.calllog.application.auth.view.RateLimitDecision;

/**
 * A rate limiter. Each caller has a quota that is refilled steadily. All nodes share the quotas
 * while the shared storage is available. Thread-safe.
 */
public interface RequestLimiter {

  /**
   * Takes one request from the quota of a caller, if any is left. Never fails.
   *
   * @param caller any text that identifies the caller
   */
  RateLimitDecision take(String caller);
}
