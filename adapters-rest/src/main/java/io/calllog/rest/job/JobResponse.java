package io.calllog.rest.job;

import io.calllog.application.job.view.JobView;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A job in JSON. */
record JobResponse(
    String name,
    @Nullable String id,
    @Nullable Instant nextRunAt,
    @Nullable String runningOn,
    @Nullable Instant lastRunAt,
    @Nullable Instant lastSuccessAt,
    @Nullable Instant lastFailureAt,
    int consecutiveFailures,
    @Nullable String lastError) {

  static JobResponse from(JobView job) {
    boolean running = job.runningOn() != null;
    return new JobResponse(
        job.name(),
        job.id(),
        running ? null : job.dueAt(),
        job.runningOn(),
        Stream.of(job.lastSuccessAt(), job.lastFailureAt())
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null),
        job.lastSuccessAt(),
        job.lastFailureAt(),
        job.consecutiveFailures(),
        job.lastError());
  }
}
