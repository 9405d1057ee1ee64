package io.calllog.application.analytics.view;

import java.time.LocalDate;

/** The figures of the calls that started on one day in the reporting time zone. */
public record DayFigures(LocalDate day, Span span, Figures figures) {}
