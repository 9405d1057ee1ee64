package io.calllog.application.analytics.view;

import java.time.LocalDate;

/**
 * The progress of {@link io.calllog.application.analytics.port.in.ChangeReportingZone}.
 *
 * @param day the last day computed
 * @param done the number of days computed so far
 * @param all the number of all days
 */
public record CountedDay(LocalDate day, long done, long all) {}
