package io.calllog.application.auth.port.out;

import io.calllog.application.auth.view.RateLimitDecision;

/**
 * Grants each caller a quota that is refilled steadily. All nodes share the quotas while the shared
 * storage is available. Thread-safe.
 */
public interface RequestLimiter {

  /**
   * Takes requests, all or none, from the quota of a caller, given as any text. Never fails.
   *
   * @param requests from 1 to the quota
   */
  RateLimitDecision take(String caller, int requests);
}
