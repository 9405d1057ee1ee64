package io.calllog.rest.analytics;

import io.calllog.domain.analytics.PerDay;
import io.calllog.domain.analytics.Target;
import io.calllog.domain.analytics.TargetDetails;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

record TargetResponse(
    @Nullable PerDay callsPerDay,
    @Nullable PerDay connectedPerDay,
    @Nullable PerDay talkSecondsPerDay,
    LocalDate from,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  static TargetResponse from(Target target) {
    TargetDetails details = target.details();
    return new TargetResponse(
        details.callsPerDay(),
        details.connectedPerDay(),
        details.talkSecondsPerDay(),
        details.from(),
        target.createdAt(),
        target.updatedAt(),
        target.version());
  }
}
