package io.calllog.application.analytics.view;

import io.calllog.domain.analytics.ReportingZone;
import java.time.Instant;

/**
 * The figures of a report, all read from one snapshot of the database.
 *
 * @param filter the calls counted
 * @param timeZone the zone of the days
 * @param asOf every change committed by this time is counted
 */
public record Report<R>(ReportFilter filter, ReportingZone timeZone, Instant asOf, R content) {}
