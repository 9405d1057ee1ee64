package io.calllog.domain.analytics;

import io.calllog.domain.shared.InvalidInput;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One or more days in a row, in the reporting time zone.
 *
 * @param from the first day
 * @param to the day after the last
 */
public record DayRange(LocalDate from, LocalDate to) {

  /** The most years that figures are asked for at once. */
  public static final int MAX_YEARS = 5;

  /** The first day that can be asked for; no call is older. */
  public static final LocalDate EARLIEST = LocalDate.of(1999, 12, 31);

  /** The day after the last that can be asked for. */
  public static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

  /** Refuses a range that is empty, too long or out of reach, with {@link InvalidInput}. */
  public DayRange {
    if (from.isBefore(EARLIEST)) {
      throw new InvalidInput("from", "out-of-range", "must not be before " + EARLIEST);
    }
    if (to.isAfter(LATEST)) {
      throw new InvalidInput("to", "out-of-range", "must not be after " + LATEST);
    }
    if (!from.isBefore(to)) {
      throw new InvalidInput(
          "to", "out-of-range", "must be after 'from', because 'to' is exclusive");
    }
    if (from.plusYears(MAX_YEARS).isBefore(to)) {
      throw new InvalidInput(
          "to", "out-of-range", "must be at most %d years after 'from'".formatted(MAX_YEARS));
    }
  }

  /**
   * The range that somebody asks for, who may leave out either end.
   *
   * @param today what day it is; the range ends with it unless said otherwise
   * @param days how many days the range has unless said otherwise
   * @throws InvalidInput as the constructor
   */
  public static DayRange of(
      @Nullable LocalDate from, @Nullable LocalDate to, LocalDate today, int days) {
    LocalDate end = to == null ? today.plusDays(1) : to;
    LocalDate begin = from == null ? end.minusDays(days) : from;
    if (to == null && !begin.isBefore(end)) {
      throw new InvalidInput(
          "from", "out-of-range", "must not be in the future if 'to' is omitted");
    }
    return new DayRange(begin, end);
  }

  /** Refuses, with {@link InvalidInput}, a range of more days than this. */
  public void requireAtMost(int days) {
    if (length() > days) {
      throw new InvalidInput(
          "to", "out-of-range", "must be at most %d days after 'from'".formatted(days));
    }
  }

  /** How many days these are. */
  public long length() {
    return ChronoUnit.DAYS.between(from, to);
  }

  /** Each of them, in order. */
  public Stream<LocalDate> days() {
    return from.datesUntil(to);
  }
}
