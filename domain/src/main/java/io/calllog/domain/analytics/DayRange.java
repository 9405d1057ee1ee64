package io.calllog.domain.analytics;

import io.calllog.domain.shared.InvalidInput;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One or more days in the reporting time zone; {@code to} is exclusive. */
public record DayRange(LocalDate from, LocalDate to) {

  /** The maximum length in years. */
  public static final int MAX_YEARS = 5;

  /** The earliest first day; no call is older. */
  public static final LocalDate EARLIEST = LocalDate.of(1999, 12, 31);

  /** The latest end, exclusive. */
  public static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

  /** Throws {@link InvalidInput} if the range is empty, too long, or out of bounds. */
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
          "to", "out-of-range", "must be at most " + MAX_YEARS + " years after 'from'");
    }
  }

  /**
   * Creates the range up to {@code today} or of so many {@code days} if a limit is null.
   *
   * @throws InvalidInput like the constructor
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

  /** Throws {@link InvalidInput} if the range has more days than this. */
  public void requireAtMost(int days) {
    if (length() > days) {
      throw new InvalidInput(
          "to", "out-of-range", "must be at most " + days + " days after 'from'");
    }
  }

  /** Returns the number of days. */
  public long length() {
    return ChronoUnit.DAYS.between(from, to);
  }

  /** Returns the number of working days: those from Monday to Friday, holidays included. */
  public long workingDays() {
    return days().filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0).count();
  }

  /** Returns the days in order. */
  public Stream<LocalDate> days() {
    return from.datesUntil(to);
  }
}
