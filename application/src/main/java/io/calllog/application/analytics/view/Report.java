package io.calllog.application.analytics.view;

import io.calllog.domain.analytics.ReportingZone;
import java.time.Instant;

/** Figures read from one snapshot, which contains every change committed by {@code asOf}. */
public record Report<R>(ReportFilter filter, ReportingZone timeZone, Instant asOf, R content) {}
