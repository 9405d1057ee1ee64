package io.calllog.application.analytics.view;

import io.calllog.domain.call.CallOutcome;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * What came of the calls, day by day. The sums over the range are sums of the days.
 *
 * @param days every day of the range in order, also those without calls; at least one
 */
public record Outcomes(List<DayOutcomes> days) {

  /** Copies the days. */
  public Outcomes {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("A range has one day or more");
    }
    days = List.copyOf(days);
  }

  /**
   * What came of the calls of one day.
   *
   * @param day in the reporting time zone
   * @param span the time that the day takes
   * @param outcomes each of them, in their order
   */
  public record DayOutcomes(LocalDate day, Span span, List<OutcomeFigures> outcomes) {

    /** Copies the list. */
    public DayOutcomes {
      outcomes = List.copyOf(outcomes);
    }
  }

  /**
   * The figures of the calls with one outcome.
   *
   * @param outcome which one
   * @param calls how many calls had it
   * @param totalSeconds how long these took together
   */
  public record OutcomeFigures(CallOutcome outcome, long calls, long totalSeconds) {

    private OutcomeFigures plus(OutcomeFigures others) {
      return new OutcomeFigures(outcome, calls + others.calls, totalSeconds + others.totalSeconds);
    }
  }

  /** The figures of the whole range for each outcome, in their order. */
  public List<OutcomeFigures> totals() {
    return Arrays.stream(CallOutcome.values()).map(this::total).toList();
  }

  /** The time that the whole range takes. */
  public Span span() {
    return days.getFirst().span().through(days.getLast().span());
  }

  private OutcomeFigures total(CallOutcome outcome) {
    return days.stream()
        .flatMap(day -> day.outcomes().stream())
        .filter(figures -> figures.outcome() == outcome)
        .reduce(new OutcomeFigures(outcome, 0, 0), OutcomeFigures::plus);
  }
}
