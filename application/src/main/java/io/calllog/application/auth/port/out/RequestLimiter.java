package io.calllog.application.auth.port.out;

import io.calllog.application.auth.view.RateLimitDecision;
import org.jspecify.annotations.Nullable;

/**
 * Grants each caller a quota that is refilled steadily. All nodes share the quotas while the shared
 * storage is available. Thread-safe.
 */
public interface RequestLimiter {

  /**
   * Takes requests, all or none, from the quota of a caller, given as any text. Never fails.
   *
   * @param perMinute the quota of this caller, which is granted at once and refilled in a minute;
   *     null for the quota of the settings. With another quota, the caller starts anew
   * @param requests from 1 to the quota
   */
  RateLimitDecision take(String caller, @Nullable Integer perMinute, int requests);

  /** Takes requests from the quota of the settings. */
  default RateLimitDecision take(String caller, int requests) {
    return take(caller, null, requests);
  }
}
