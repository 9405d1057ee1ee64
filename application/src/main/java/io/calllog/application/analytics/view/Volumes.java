package io.calllog.application.analytics.view;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The number of calls for every day of a range, in order. */
public record Volumes(List<DayFigures> days) {

  public Volumes {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("A range must have at least one day");
    }
    days = List.copyOf(days);
  }

  /** The figures of those days of a month that are in the range. */
  public record MonthFigures(YearMonth month, Span span, Figures figures) {}

  /** Returns the months that the range touches, in order. */
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
