package io.calllog.application.analytics.port.out;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.groupingBy;

import io.calllog.application.analytics.view.DayFigures;
import io.calllog.application.analytics.view.Difference;
import io.calllog.application.analytics.view.Figures;
import io.calllog.application.analytics.view.FiguresFilter;
import io.calllog.application.analytics.view.Freshness;
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
import io.calllog.application.call.port.out.InMemoryCalls;
import io.calllog.application.officer.port.out.InMemoryOfficers;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.testing.Ordering;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The fake of all ports about figures: counts calls whenever it is asked, so there is nothing kept
 * that could be wrong. Thread-safe.
 */
public final class InMemoryFigures implements CallAnalyticsViews, CallRollUp {

  private final InMemoryCalls calls;
  private final InMemoryOfficers officers;
  private final InstantSource clock;
  private volatile ReportingZone zone;

  /** Figures over these calls of these officers. */
  public InMemoryFigures(
      InMemoryCalls calls, InMemoryOfficers officers, ReportingZone zone, InstantSource clock) {
    this.calls = calls;
    this.officers = officers;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public Report<Volumes> volumes(FiguresFilter filter, Visibility visibility, Freshness freshness) {
    List<Call> counted = counted(filter, visibility);
    return report(new Volumes(filter.range().days().map(day -> dayFigures(day, counted)).toList()));
  }

  @Override
  public Report<OfficerTimes> callTimePerOfficer(
      FiguresFilter filter, Visibility visibility, Freshness freshness) {
    List<OfficerFigures> items =
        byOfficer(counted(filter, visibility)).entrySet().stream()
            .map(e ->
                new OfficerFigures(
                    e.getKey(), officers.nameOf(e.getKey()), figures(e.getValue(), _ -> true)))
            .sorted(
                comparing((OfficerFigures o) -> o.figures().totalSeconds(), reverseOrder())
                    .thenComparing(o -> place(o.officerName(), o.officerId()), Ordering.BY_NAME))
            .toList();
    return report(new OfficerTimes(span(filter.range().from(), filter.range().to()), items));
  }

  @Override
  public Report<Slice<OfficerDays, ByName>> callsPerOfficerPerDay(
      FiguresFilter filter, Visibility visibility, Paging<ByName> paging, Freshness freshness) {
    Stream<OfficerDays> items =
        byOfficer(counted(filter, visibility)).entrySet().stream()
            .map(e ->
                new OfficerDays(
                    e.getKey(),
                    officers.nameOf(e.getKey()),
                    filter
                        .range()
                        .days()
                        .map(day -> dayFigures(day, e.getValue()))
                        .filter(day -> day.figures().calls() > 0)
                        .toList()));
    return report(
        Ordering.page(items, o -> place(o.officerName(), o.officerId()), Ordering.BY_NAME, paging));
  }

  @Override
  public Report<Outcomes> outcomes(
      FiguresFilter filter, Visibility visibility, Freshness freshness) {
    List<Call> counted = counted(filter, visibility);
    return report(
        new Outcomes(
            filter
                .range()
                .days()
                .map(day ->
                    new DayOutcomes(
                        day,
                        span(day, day.plusDays(1)),
                        Arrays.stream(CallOutcome.values())
                            .map(outcome -> outcomeFigures(day, outcome, counted))
                            .toList()))
                .toList()));
  }

  @Override
  public Report<Summary> summary(
      FiguresFilter filter, boolean compared, Visibility visibility, Freshness freshness) {
    LocalDate from = filter.range().from();
    LocalDate before = from.minusDays(filter.range().length());
    return report(
        new Summary(
            totals(from, filter.range().to(), filter, visibility),
            compared ? totals(before, from, filter, visibility) : null));
  }

  @Override
  public ReportingZone timeZone() {
    return zone;
  }

  @Override
  public List<Difference> differences(LocalDate day) {
    return List.of();
  }

  @Override
  public List<Difference> rebuild(LocalDate day) {
    return List.of();
  }

  @Override
  public List<LocalDate> changeTimeZone(ReportingZone other) {
    zone = other;
    List<LocalDate> days = calls.living().stream().map(this::day).sorted().toList();
    return days.isEmpty()
        ? List.of()
        : days.getFirst().datesUntil(days.getLast().plusDays(1)).toList();
  }

  @Override
  public void count(LocalDate day) {
    // counted whenever somebody asks
  }

  private Totals totals(LocalDate from, LocalDate to, FiguresFilter filter, Visibility visibility) {
    List<Call> counted = counted(from, to, filter, visibility);
    return new Totals(span(from, to), figures(counted, _ -> true), byOfficer(counted).size());
  }

  private List<Call> counted(FiguresFilter filter, Visibility visibility) {
    return counted(filter.range().from(), filter.range().to(), filter, visibility);
  }

  private List<Call> counted(
      LocalDate from, LocalDate to, FiguresFilter filter, Visibility visibility) {
    return calls.living().stream()
        .filter(call -> visibility.covers(call.region(), call.officerId()))
        .filter(call -> filter.region() == null || filter.region().contains(call.region()))
        .filter(call -> filter.officers().isEmpty() || filter.officers().contains(call.officerId()))
        .filter(call -> !day(call).isBefore(from) && day(call).isBefore(to))
        .toList();
  }

  private static Map<OfficerId, List<Call>> byOfficer(List<Call> calls) {
    return calls.stream().collect(groupingBy(Call::officerId));
  }

  private DayFigures dayFigures(LocalDate day, List<Call> calls) {
    return new DayFigures(
        day, span(day, day.plusDays(1)), figures(calls, call -> day(call).equals(day)));
  }

  private OutcomeFigures outcomeFigures(LocalDate day, CallOutcome outcome, List<Call> calls) {
    Figures figures =
        figures(calls, call -> day(call).equals(day) && call.facts().outcome() == outcome);
    return new OutcomeFigures(outcome, figures.calls(), figures.totalSeconds());
  }

  private static Figures figures(List<Call> calls, Predicate<Call> condition) {
    return calls.stream()
        .filter(condition)
        .map(Call::facts)
        .map(facts ->
            new Figures(1, facts.outcome().connected() ? 1 : 0, facts.durationSeconds().seconds()))
        .reduce(Figures.NONE, Figures::plus);
  }

  private LocalDate day(Call call) {
    return LocalDate.ofInstant(call.facts().startedAt(), zone.id());
  }

  private Span span(LocalDate from, LocalDate to) {
    return new Span(
        from.atStartOfDay(zone.id()).toInstant(), to.atStartOfDay(zone.id()).toInstant());
  }

  private <T> Report<T> report(T content) {
    return new Report<>(zone, clock.instant(), false, content);
  }

  private static ByName place(String name, OfficerId id) {
    return new ByName(Ordering.folded(name), id.value());
  }
}
