package io.calllog.application.analytics.view;

import java.time.LocalDate;

/**
 * How far a long count is.
 *
 * @param day the one counted last
 * @param done how many days were counted
 * @param all how many there are
 */
public record CountedDay(LocalDate day, long done, long all) {}
