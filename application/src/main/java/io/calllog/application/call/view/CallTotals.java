package io.calllog.application.call.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The totals of a set of calls.
 *
 * @param connected the number of calls with the outcome {@code SUCCESSFUL} or {@code FOLLOW_UP}
 * @param lastCallAt the latest start; null if there are no calls
 */
public record CallTotals(
    long calls, long connected, long totalSeconds, @Nullable Instant lastCallAt) {}
