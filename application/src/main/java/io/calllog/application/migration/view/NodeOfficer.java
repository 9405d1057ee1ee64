package io.calllog.application.migration.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code officers} as it is; null also for a column that the table does not have. */
public record NodeOfficer(
    String id,
    @Nullable String name,
    @Nullable String email,
    @Nullable String password,
    @Nullable String contactInfo,
    @Nullable String region,
    @Nullable String status,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt) {

  /** Hides the personal data. */
  @Override
  public String toString() {
    return "NodeOfficer[" + id + "]";
  }
}
