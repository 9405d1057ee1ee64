package io.calllog.application.analytics.view;

import java.time.LocalDate;

/**
 * The figures of one day.
 *
 * @param day in the reporting time zone
 * @param span the time of the day
 * @param figures of the calls that started on it
 */
public record DayFigures(LocalDate day, Span span, Figures figures) {}
