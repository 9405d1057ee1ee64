package io.calllog.application.call.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Totals of calls; {@code connected} are {@code SUCCESSFUL} or {@code FOLLOW_UP}.
 *
 * @param talkSeconds the duration of connected calls
 */
public record CallTotals(
    long calls,
    long connected,
    long totalSeconds,
    long talkSeconds,
    @Nullable Instant lastCallAt) {}
