package io.calllog.cache.analytics;

import io.calllog.application.analytics.view.Report;
import java.time.Instant;

/**
 * A report for those who come later.
 *
 * @param until when it is too old for anybody, by the clock of the node that computed it
 * @param report as it is answered to them
 * @param <T> the kind of figures
 */
record Kept<T>(Instant until, Report<T> report) {

  /** Marks the report as one from the cache. */
  Kept {
    report = report.fromCache();
  }
}
