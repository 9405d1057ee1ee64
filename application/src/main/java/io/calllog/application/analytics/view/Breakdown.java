package io.calllog.application.analytics.view;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls by one property, day by day. Every day of the range is present, in order. */
public record Breakdown<K>(List<Day<K>> days) {

  public Breakdown {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("A range must have at least one day");
    }
    days = List.copyOf(days);
  }

  /** The calls of one day. Every day has the same values in the same order. */
  public record Day<K>(LocalDate day, Span span, List<Part<K>> parts) {

    public Day {
      parts = List.copyOf(parts);
    }
  }

  /** The calls with one value of the property. */
  public record Part<K>(K value, long calls, long totalSeconds) {

    private Part<K> plus(Part<K> other) {
      return new Part<>(value, calls + other.calls, totalSeconds + other.totalSeconds);
    }
  }

  /** The totals of the whole range, one part for each value. */
  public List<Part<K>> totals() {
    Map<K, Part<K>> totals = new LinkedHashMap<>();
    for (Day<K> day : days) {
      day.parts().forEach(part -> totals.merge(part.value(), part, Part::plus));
    }
    return List.copyOf(totals.values());
  }

  /** The time of the whole range. */
  public Span span() {
    return days.getFirst().span().through(days.getLast().span());
  }
}
