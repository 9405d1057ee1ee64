package io.calllog.application.analytics.view;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers of calls, day by day. Months and the total are sums of the days, so the three agree.
 *
 * @param days every day of the range in order, also those without calls; at least one
 */
public record Volumes(List<DayFigures> days) {

  /** Copies the days. */
  public Volumes {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("A range must have at least one day");
    }
    days = List.copyOf(days);
  }

  /**
   * The figures of one month.
   *
   * @param month a month
   * @param span the time of its days in the range
   * @param figures of its days in the range
   */
  public record MonthFigures(YearMonth month, Span span, Figures figures) {}

  /** The months that the range touches, in order. */
  public List<MonthFigures> months() {
    Map<YearMonth, MonthFigures> months = new LinkedHashMap<>();
    for (DayFigures day : days) {
      months.merge(
          YearMonth.from(day.day()),
          new MonthFigures(YearMonth.from(day.day()), day.span(), day.figures()),
          (sofar, next) ->
              new MonthFigures(
                  sofar.month(),
                  sofar.span().through(next.span()),
                  sofar.figures().plus(next.figures())));
    }
    return List.copyOf(months.values());
  }

  /** The figures of the whole range. */
  public Figures total() {
    return days.stream().map(DayFigures::figures).reduce(Figures.NONE, Figures::plus);
  }

  /** The time of the whole range. */
  public Span span() {
    return days.getFirst().span().through(days.getLast().span());
  }
}
