package io.calllog.application.job.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job: work in the background that one of the nodes does, once or again and again.
 *
 * @param id what a job that is done once is about, such as the id of an import; null for a
 *     recurring one
 * @param dueAt the time of the next run or, while it runs, the time at which this run was due
 * @param runningOn the host name of the node that runs it now; null if it does not run
 * @param lastSuccessAt when the last successful run ended; null if there was none
 * @param lastFailureAt when the last failed run ended; null if there was none
 * @param consecutiveFailures the number of failed runs since the last successful run
 * @param lastError what went wrong in the last run; null if it succeeded. Without personal data
 */
public record JobView(
    String name,
    @Nullable String id,
    Instant dueAt,
    @Nullable String runningOn,
    @Nullable Instant lastSuccessAt,
    @Nullable Instant lastFailureAt,
    int consecutiveFailures,
    @Nullable String lastError) {}
