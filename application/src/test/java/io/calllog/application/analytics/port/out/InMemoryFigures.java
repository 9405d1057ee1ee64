package io.calllog.application.analytics.port.out;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.groupingBy;

import io.calllog.application.analytics.view.Breakdown;
import io.calllog.application.analytics.view.DayFigures;
import io.calllog.application.analytics.view.Difference;
import io.calllog.application.analytics.view.Figures;
import io.calllog.application.analytics.view.FollowUpFigures;
import io.calllog.application.analytics.view.Hours;
import io.calllog.application.analytics.view.OfficerDays;
import io.calllog.application.analytics.view.OfficerTimes;
import io.calllog.application.analytics.view.OfficerTimes.OfficerFigures;
import io.calllog.application.analytics.view.Report;
import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.analytics.view.ReportQuestion;
import io.calllog.application.analytics.view.ReportQuestion.CoverageQuestion;
import io.calllog.application.analytics.view.ReportQuestion.FollowUpsQuestion;
import io.calllog.application.analytics.view.ReportQuestion.HoursQuestion;
import io.calllog.application.analytics.view.ReportQuestion.OfficerDaysQuestion;
import io.calllog.application.analytics.view.ReportQuestion.OfficerTimesQuestion;
import io.calllog.application.analytics.view.ReportQuestion.OutcomesQuestion;
import io.calllog.application.analytics.view.ReportQuestion.SummaryQuestion;
import io.calllog.application.analytics.view.ReportQuestion.TypesQuestion;
import io.calllog.application.analytics.view.ReportQuestion.VolumesQuestion;
import io.calllog.application.analytics.view.Span;
import io.calllog.application.analytics.view.Summary;
import io.calllog.application.analytics.view.Summary.Included;
import io.calllog.application.analytics.view.Summary.Totals;
import io.calllog.application.analytics.view.TargetProgress;
import io.calllog.application.analytics.view.Volumes;
import io.calllog.application.call.port.out.InMemoryCalls;
import io.calllog.application.client.port.out.InMemoryClients;
import io.calllog.application.followup.port.out.InMemoryFollowUps;
import io.calllog.application.officer.port.out.InMemoryOfficers;
import io.calllog.application.officer.view.OfficerFilter;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.region.port.out.InMemoryRegions;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.testing.Ordering;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.analytics.Target;
import io.calllog.domain.analytics.TargetDetails;
import io.calllog.domain.analytics.TargetSubject.OfOfficer;
import io.calllog.domain.analytics.TargetSubject.OfRegion;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.RegionPath;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Fake of the ports for reports. It counts the calls for each report and stores no figures.
 * Thread-safe.
 */
public final class InMemoryFigures implements Reports, CallRollUp {

  private final InMemoryCalls calls;
  private final InMemoryFollowUpFigures followUps;
  private final InMemoryCoverage coverage;
  private final InMemoryOfficers officers;
  private final InMemoryRegions regions;
  private final InMemoryTargets targets;
  private final InstantSource clock;
  private volatile ReportingZone zone;

  public InMemoryFigures(
      InMemoryCalls calls,
      InMemoryClients clients,
      InMemoryFollowUps followUps,
      InMemoryOfficers officers,
      InMemoryRegions regions,
      InMemoryTargets targets,
      ReportingZone zone,
      InstantSource clock) {
    this.calls = calls;
    this.coverage = new InMemoryCoverage(clients, officers);
    this.followUps = new InMemoryFollowUpFigures(followUps, officers, clock);
    this.officers = officers;
    this.regions = regions;
    this.targets = targets;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  @SuppressWarnings("unchecked") // each question is paired with the content of its own report
  public <R> Report<R> answer(ReportQuestion<R> question, Visibility visibility) {
    ReportFilter filter = question.filter();
    List<Call> counted = counted(filter, visibility);
    Object content =
        switch (question) {
          case VolumesQuestion _ ->
              new Volumes(filter.range().days().map(day -> dayFigures(day, counted)).toList());
          case OfficerTimesQuestion q ->
              new OfficerTimes(
                  span(filter.range().from(), filter.range().to()),
                  officerTimes(byOfficer(counted, idle(q.includeIdle(), filter, visibility))));
          case OfficerDaysQuestion q ->
              Ordering.page(
                  officerDays(
                      filter, byOfficer(counted, idle(q.includeIdle(), filter, visibility))),
                  officer -> place(officer.officerName(), officer.officerId()),
                  Ordering.BY_NAME,
                  q.paging());
          case OutcomesQuestion _ ->
              breakdown(CallOutcome.values(), CallFacts::outcome, filter, counted);
          case TypesQuestion _ -> breakdown(CallType.values(), CallFacts::type, filter, counted);
          case FollowUpsQuestion _ ->
              new FollowUpFigures(
                  span(filter.range().from(), filter.range().to()),
                  followUps.answer(filter, visibility, zone));
          case CoverageQuestion _ -> coverage.answer(filter, visibility, zone);
          case HoursQuestion _ -> hours(filter, counted);
          case SummaryQuestion q -> summary(q, visibility);
        };
    return new Report<>(filter, zone, clock.instant(), (R) content);
  }

  private List<OfficerFigures> officerTimes(Map<OfficerId, List<Call>> counted) {
    return counted.entrySet().stream()
        .map(e ->
            new OfficerFigures(
                e.getKey(), officers.nameOf(e.getKey()), figures(e.getValue(), _ -> true)))
        .sorted(
            comparing((OfficerFigures o) -> o.figures().talkSeconds(), reverseOrder())
                .thenComparing(o -> place(o.officerName(), o.officerId()), Ordering.BY_NAME))
        .toList();
  }

  private Stream<OfficerDays> officerDays(ReportFilter filter, Map<OfficerId, List<Call>> counted) {
    return counted.entrySet().stream()
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
  }

  private <K> Breakdown<K> breakdown(
      K[] values, Function<CallFacts, K> property, ReportFilter filter, List<Call> counted) {
    return new Breakdown<>(
        filter
            .range()
            .days()
            .map(day ->
                new Breakdown.Day<>(
                    day,
                    span(day, day.plusDays(1)),
                    Arrays.stream(values)
                        .map(value -> {
                          Figures figures =
                              figures(
                                  counted,
                                  call ->
                                      day(call).equals(day)
                                          && property.apply(call.facts()).equals(value));
                          return new Breakdown.Part<>(
                              value, figures.calls(), figures.totalSeconds());
                        })
                        .toList()))
            .toList());
  }

  private Hours hours(ReportFilter filter, List<Call> counted) {
    List<Hours.Hour> hours = new ArrayList<>();
    for (DayOfWeek weekday : DayOfWeek.values()) {
      for (int hour = 0; hour < 24; hour++) {
        int each = hour;
        Figures figures =
            figures(counted, call -> day(call).getDayOfWeek() == weekday && hour(call) == each);
        hours.add(
            new Hours.Hour(
                weekday, hour, figures.calls(), figures.connected(), figures.talkSeconds()));
      }
    }
    return new Hours(span(filter.range().from(), filter.range().to()), hours);
  }

  private Summary summary(SummaryQuestion question, Visibility visibility) {
    ReportFilter filter = question.filter();
    LocalDate from = filter.range().from();
    LocalDate before = from.minusDays(filter.range().length());
    return new Summary(
        totals(from, filter.range().to(), filter, visibility),
        question.compared() ? totals(before, from, filter, visibility) : null,
        target(question, visibility)
            .flatMap(target -> progress(target.details(), filter, visibility))
            .orElse(null),
        Included.NOTHING);
  }

  private Optional<Target> target(SummaryQuestion question, Visibility visibility) {
    OfficerId officer = question.onlyOfficer(visibility);
    RegionPath region = question.onlyRegion(visibility);
    return officer != null
        ? officers
            .find(officer)
            .filter(o -> visibility.covers(o.details().region(), officer))
            .flatMap(o -> targets.find(new OfOfficer(o.id())))
        : region != null
            ? regions.findByPath(region).flatMap(r -> targets.find(new OfRegion(r.id())))
            : Optional.empty();
  }

  private Optional<TargetProgress> progress(
      TargetDetails target, ReportFilter filter, Visibility visibility) {
    LocalDate month = filter.range().to().minusDays(1).withDayOfMonth(1);
    LocalDate first = target.from().isAfter(month) ? target.from() : month;
    LocalDate tomorrow = zone.today(clock).plusDays(1);
    LocalDate end = filter.range().to().isBefore(tomorrow) ? filter.range().to() : tomorrow;
    return first.isBefore(end)
        ? Optional.of(
            new TargetProgress(
                target,
                new DayRange(first, month.plusMonths(1)),
                new DayRange(first, end),
                span(first, end),
                figures(counted(first, end, filter, visibility), _ -> true)))
        : Optional.empty();
  }

  @Override
  public String timeZone() {
    return zone.toString();
  }

  @Override
  public boolean isKnown(ReportingZone other) {
    return true;
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
    // nothing is stored
  }

  private Totals totals(LocalDate from, LocalDate to, ReportFilter filter, Visibility visibility) {
    List<Call> counted = counted(from, to, filter, visibility);
    return new Totals(span(from, to), figures(counted, _ -> true), byOfficer(counted).size());
  }

  private List<Call> counted(ReportFilter filter, Visibility visibility) {
    return counted(filter.range().from(), filter.range().to(), filter, visibility);
  }

  private List<Call> counted(
      LocalDate from, LocalDate to, ReportFilter filter, Visibility visibility) {
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

  private static Map<OfficerId, List<Call>> byOfficer(List<Call> calls, List<OfficerId> idle) {
    Map<OfficerId, List<Call>> all = new HashMap<>(byOfficer(calls));
    idle.forEach(officer -> all.putIfAbsent(officer, List.of()));
    return all;
  }

  /** Officers who are included without calls. */
  private List<OfficerId> idle(boolean included, ReportFilter filter, Visibility visibility) {
    if (!included) {
      return List.of();
    }
    var inRegion = new OfficerFilter(Set.of(), Set.of(), filter.region(), null);
    return officers
        .matching(inRegion, visibility)
        .map(OfficerView::id)
        .filter(id -> filter.officers().isEmpty() || filter.officers().contains(id))
        .toList();
  }

  private DayFigures dayFigures(LocalDate day, List<Call> calls) {
    return new DayFigures(
        day, span(day, day.plusDays(1)), figures(calls, call -> day(call).equals(day)));
  }

  private static Figures figures(List<Call> calls, Predicate<Call> condition) {
    return calls.stream()
        .filter(condition)
        .map(Call::facts)
        .map(facts ->
            facts.outcome().connected()
                ? new Figures(
                    1, 1, facts.durationSeconds().seconds(), facts.durationSeconds().seconds())
                : new Figures(1, 0, facts.durationSeconds().seconds(), 0))
        .reduce(Figures.NONE, Figures::plus);
  }

  private LocalDate day(Call call) {
    return LocalDate.ofInstant(call.facts().startedAt(), zone.id());
  }

  private int hour(Call call) {
    return call.facts().startedAt().atZone(zone.id()).getHour();
  }

  private Span span(LocalDate from, LocalDate to) {
    return new Span(
        from.atStartOfDay(zone.id()).toInstant(), to.atStartOfDay(zone.id()).toInstant());
  }

  static ByName place(String name, OfficerId id) {
    return new ByName(Ordering.folded(name), id.value());
  }
}
