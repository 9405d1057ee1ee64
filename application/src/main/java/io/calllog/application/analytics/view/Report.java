package io.calllog.application.analytics.view;

import io.calllog.domain.analytics.ReportingZone;
import java.time.Instant;

/**
 * The figures of a report. All of them come from one snapshot of the database.
 *
 * @param filter the calls that were counted
 * @param timeZone the zone whose days the figures are for
 * @param asOf every change that was committed by then is counted
 * @param content the figures
 * @param <R> the kind of figures
 */
public record Report<R>(ReportFilter filter, ReportingZone timeZone, Instant asOf, R content) {}
