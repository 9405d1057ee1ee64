package io.calllog.application.auth.view;

import java.time.Duration;

/**
 * The decision of a rate limiter, and what is left of the quota.
 *
 * @param policy the name of the limit
 * @param quota the maximum number of requests at once
 * @param window the time until an exhausted quota is full again
 * @param remaining the number of requests that would be granted now
 * @param untilMore the time until one more is granted, or until those that were refused would be;
 *     zero if the quota is full
 */
public record RateLimitDecision(
    String policy,
    boolean granted,
    int quota,
    Duration window,
    long remaining,
    Duration untilMore) {}
