package io.calllog.application.auth.view;

import java.time.Duration;

/**
 * Whether a request is within the rate limit, and what remains of the quota.
 *
 * @param policy the name of the limit
 * @param quota the most requests at once
 * @param window how long an exhausted quota takes to be full again
 * @param remaining how many more requests would be granted now
 * @param untilMore how long until one more is granted; zero if the quota is full
 */
public record RateLimitDecision(
    String policy,
    boolean granted,
    int quota,
    Duration window,
    long remaining,
    Duration untilMore) {}
