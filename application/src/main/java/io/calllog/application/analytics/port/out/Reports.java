package io.calllog.application.analytics.port.out;

import io.calllog.application.analytics.view.Report;
import io.calllog.application.analytics.view.ReportQuestion;
import io.calllog.domain.officer.Visibility;

/**
 * Computes reports. The cost of a report does not depend on the number of calls. Requires no
 * transaction: each report is read from one snapshot. Thread-safe.
 */
public interface Reports {

  /** Computes a report of the visible calls or clients. Deleted ones never count. */
  <R> Report<R> answer(ReportQuestion<R> question, Visibility visibility);
}
