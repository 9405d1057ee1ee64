package io.calllog.application.auth.port.out;

import io.calllog.application.auth.view.RateLimitDecision;

/**
 * Grants each caller a quota that is refilled steadily. All nodes share the quotas while the shared
 * storage is available. Thread-safe.
 */
public interface RequestLimiter {

  /** Takes one request from the quota of a caller, given as any text. Never fails. */
  RateLimitDecision take(String caller);
}
