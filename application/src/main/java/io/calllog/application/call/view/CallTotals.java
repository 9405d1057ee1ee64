package io.calllog.application.call.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A history in four figures, exact at the moment they were read.
 *
 * @param calls how many calls
 * @param connected how many of them reached somebody ({@code SUCCESSFUL} or {@code FOLLOW_UP})
 * @param totalSeconds how long all of them took
 * @param lastCallAt when the latest one started; null when there is none
 */
public record CallTotals(
    long calls, long connected, long totalSeconds, @Nullable Instant lastCallAt) {}
