package io.calllog.application.migration.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code calls} as it is; null also for a column that the table does not have. */
public record NodeCall(
    String id,
    @Nullable String officerId,
    @Nullable String clientId,
    @Nullable String duration,
    @Nullable String callType,
    @Nullable String callOutcome,
    @Nullable String comment,
    @Nullable Instant timestamp,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt) {}
