package io.calllog.application.migration.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code clients} as it is; null also for a column that the table does not have. */
public record NodeClient(
    String id,
    @Nullable String name,
    @Nullable String contactInfo,
    @Nullable String region,
    @Nullable String status,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt) {}
