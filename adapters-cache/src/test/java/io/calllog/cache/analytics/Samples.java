package io.calllog.cache.analytics;

import io.calllog.application.analytics.view.DayFigures;
import io.calllog.application.analytics.view.Figures;
import io.calllog.application.analytics.view.FiguresFilter;
import io.calllog.application.analytics.view.OfficerDays;
import io.calllog.application.analytics.view.OfficerTimes;
import io.calllog.application.analytics.view.OfficerTimes.OfficerFigures;
import io.calllog.application.analytics.view.Outcomes;
import io.calllog.application.analytics.view.Outcomes.DayOutcomes;
import io.calllog.application.analytics.view.Outcomes.OutcomeFigures;
import io.calllog.application.analytics.view.Report;
import io.calllog.application.analytics.view.Span;
import io.calllog.application.analytics.view.Summary;
import io.calllog.application.analytics.view.Summary.Totals;
import io.calllog.application.analytics.view.Volumes;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Slice;
import io.calllog.application.shared.Slice.Total;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.Region;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Questions, and reports of every view. */
final class Samples {

  static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");
  static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  static final OfficerId ANN = new OfficerId(new UUID(1, 1));
  static final OfficerId BEN = new OfficerId(new UUID(2, 2));
  static final Region UK = new Region("EMEA/UK");
  static final DayRange WEEK = new DayRange(DAY.minusDays(6), DAY.plusDays(1));
  static final FiguresFilter ALL = new FiguresFilter(WEEK, null, Set.of());

  private static final Span SPAN = new Span(NOON, NOON.plus(Duration.ofDays(1)));

  private Samples() {}

  /** Another question with each number. */
  static FiguresFilter question(int number) {
    return new FiguresFilter(new DayRange(DAY, DAY.plusDays(number + 1L)), null, Set.of());
  }

  static <T> Report<T> report(T content) {
    return new Report<>(ReportingZone.of("Europe/London"), NOON, false, content);
  }

  static Volumes volumes(long calls) {
    return new Volumes(
        List.of(day(DAY, new Figures(calls, 1, 60)), day(DAY.plusDays(1), Figures.NONE)));
  }

  static OfficerTimes officerTimes(String name) {
    return new OfficerTimes(
        SPAN,
        List.of(
            new OfficerFigures(ANN, name, new Figures(3, 2, Long.MAX_VALUE)),
            new OfficerFigures(BEN, "Ben \"B\" \\ \u0141 \uD83D\uDE00", Figures.NONE)));
  }

  static Slice<OfficerDays, ByName> officerDays() {
    return new Slice<>(
        List.of(new OfficerDays(ANN, "Ann", List.of(day(DAY, new Figures(3, 2, 100))))),
        new ByName("ann", ANN.value()),
        new Total(17, true));
  }

  static Slice<OfficerDays, ByName> lastOfficerDays() {
    return new Slice<>(List.of(), null, null);
  }

  static Outcomes outcomes() {
    List<OutcomeFigures> figures =
        Arrays.stream(CallOutcome.values())
            .map(outcome -> new OutcomeFigures(outcome, outcome.name().length(), 10))
            .toList();
    return new Outcomes(List.of(new DayOutcomes(DAY, SPAN, figures)));
  }

  static Summary summary() {
    return new Summary(new Totals(SPAN, new Figures(5, 4, 3), 2), null);
  }

  static Summary comparedSummary() {
    return new Summary(
        new Totals(SPAN, new Figures(5, 4, 3), 2), new Totals(SPAN, Figures.NONE, 0));
  }

  private static DayFigures day(LocalDate day, Figures figures) {
    return new DayFigures(day, SPAN, figures);
  }
}
