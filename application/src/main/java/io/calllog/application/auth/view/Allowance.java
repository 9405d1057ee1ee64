package io.calllog.application.auth.view;

import java.time.Duration;

/**
 * What somebody may still ask for.
 *
 * @param policy the name of the limit
 * @param granted whether this request is within it
 * @param quota most requests at once
 * @param window how long it takes until an exhausted quota is whole again
 * @param remaining how many more requests are granted at this moment
 * @param untilMore how long until there is one more, zero when the quota is whole
 */
public record Allowance(
    String policy,
    boolean granted,
    int quota,
    Duration window,
    long remaining,
    Duration untilMore) {}
