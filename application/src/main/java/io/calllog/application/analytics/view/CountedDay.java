package io.calllog.application.analytics.view;

import java.time.LocalDate;

/**
 * The progress of a count.
 *
 * @param day the day that was counted last
 * @param done the number of days counted so far
 * @param all the number of all days
 */
public record CountedDay(LocalDate day, long done, long all) {}
