package io.calllog.application.analytics.view;

import java.time.LocalDate;

/** Progress: {@code done} of {@code all} days are computed, {@code day} the latest. */
public record CountedDay(LocalDate day, long done, long all) {}
