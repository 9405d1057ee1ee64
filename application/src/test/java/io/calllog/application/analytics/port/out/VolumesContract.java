package io.calllog.application.analytics.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.analytics.view.Breakdown;
import io.calllog.application.analytics.view.DayFigures;
import io.calllog.application.analytics.view.Figures;
import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.analytics.view.ReportQuestion;
import io.calllog.application.analytics.view.ReportQuestion.OutcomesQuestion;
import io.calllog.application.analytics.view.ReportQuestion.TypesQuestion;
import io.calllog.application.analytics.view.ReportQuestion.VolumesQuestion;
import io.calllog.application.analytics.view.Span;
import io.calllog.application.analytics.view.Volumes;
import io.calllog.application.analytics.view.Volumes.MonthFigures;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.Role;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Part of {@link ReportsContract}: volumes, outcomes, and types, day by day. */
abstract class VolumesContract extends StorageContract {

  // Clocks go forward in London on the 29th: that day has 23 hours.
  static final LocalDate SATURDAY = LocalDate.parse("2026-03-28");
  static final LocalDate SUNDAY = LocalDate.parse("2026-03-29");
  static final LocalDate WEDNESDAY = LocalDate.parse("2026-04-01");
  static final DayRange RANGE = new DayRange(SATURDAY, WEDNESDAY.plusDays(1));

  @Test
  void counts_each_call_on_the_day_it_started_in_the_zone() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    log(anna, CallOutcome.SUCCESSFUL, 60, "2026-03-28T23:59:59.999Z");
    log(anna, CallOutcome.FOLLOW_UP, 30, "2026-03-29T00:00:00Z");
    log(anna, CallOutcome.BUSY, 0, "2026-03-29T22:59:59.999Z");
    log(anna, CallOutcome.OTHER, 7, "2026-03-29T23:00:00Z");
    log(anna, CallOutcome.MISSED, 1, "2026-03-27T23:59:59.999Z");
    log(anna, CallOutcome.MISSED, 1, "2026-04-01T23:00:00Z");

    Volumes volumes = volumes(RANGE, Visibility.EVERYTHING);

    assertThat(volumes.days())
        .containsExactly(
            new DayFigures(
                SATURDAY,
                span("2026-03-28T00:00:00Z", "2026-03-29T00:00:00Z"),
                new Figures(1, 1, 60, 60)),
            new DayFigures(
                SUNDAY,
                span("2026-03-29T00:00:00Z", "2026-03-29T23:00:00Z"),
                new Figures(2, 1, 30, 30)),
            new DayFigures(
                SUNDAY.plusDays(1),
                span("2026-03-29T23:00:00Z", "2026-03-30T23:00:00Z"),
                new Figures(1, 0, 7, 0)),
            new DayFigures(
                SUNDAY.plusDays(2),
                span("2026-03-30T23:00:00Z", "2026-03-31T23:00:00Z"),
                Figures.NONE),
            new DayFigures(
                WEDNESDAY, span("2026-03-31T23:00:00Z", "2026-04-01T23:00:00Z"), Figures.NONE));
    assertThat(volumes.months())
        .containsExactly(
            new MonthFigures(
                YearMonth.of(2026, 3),
                span("2026-03-28T00:00:00Z", "2026-03-31T23:00:00Z"),
                new Figures(4, 2, 97, 90)),
            new MonthFigures(
                YearMonth.of(2026, 4),
                span("2026-03-31T23:00:00Z", "2026-04-01T23:00:00Z"),
                Figures.NONE));
    assertThat(volumes.total()).isEqualTo(new Figures(4, 2, 97, 90));
  }

  @Test
  void counts_changed_calls_and_not_deleted_ones() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    Call changed = log(anna, CallOutcome.BUSY, 0, "2026-03-29T22:00:00Z");
    Call removed = log(anna, CallOutcome.OTHER, 7, "2026-03-29T12:00:00Z");
    UnaryOperator<CallFacts> changes =
        was ->
            new CallFacts(
                was.clientId(),
                CallType.INCOMING,
                CallOutcome.SUCCESSFUL,
                new CallDuration(90),
                Instant.parse("2026-03-29T23:30:00Z"),
                was.comment(),
                was.externalId(),
                was.number());
    var admin = new Actor(anna.id(), Role.ADMIN, RegionPath.ROOT, List.of());

    inTransaction(() ->
        storage()
            .calls()
            .update(changed.revise(changes, admin, Instant.parse("2026-06-01T00:00:00Z"))));
    doInTransaction(() -> storage().calls().remove(removed, Samples.NOW));

    Volumes volumes = volumes(RANGE, Visibility.EVERYTHING);
    assertThat(volumes.total()).isEqualTo(new Figures(1, 1, 90, 90));
    assertThat(volumes.days().get(2).figures()).isEqualTo(new Figures(1, 1, 90, 90));
  }

  @Test
  void returns_every_outcome_for_every_day() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    List<Breakdown.Part<CallOutcome>> expected = new ArrayList<>();
    int seconds = 0;
    for (CallOutcome outcome : CallOutcome.values()) {
      seconds += 10;
      log(anna, outcome, seconds, "2026-03-29T12:00:00Z");
      log(anna, outcome, 1, "2026-03-29T12:00:00Z");
      expected.add(new Breakdown.Part<>(outcome, 2, seconds + 1L));
    }

    var outcomes = answer(new OutcomesQuestion(filter(RANGE)));

    assertThat(outcomes.days()).extracting(Breakdown.Day::day).containsExactlyElementsOf(days());
    assertThat(outcomes.days())
        .allSatisfy(day ->
            assertThat(day.parts())
                .extracting(Breakdown.Part::value)
                .containsExactly(CallOutcome.values()));
    assertThat(outcomes.days().get(1).parts()).isEqualTo(expected);
    assertThat(outcomes.totals()).isEqualTo(expected);
  }

  @Test
  void breaks_calls_down_by_type() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    Instant sunday = Instant.parse("2026-03-29T12:00:00Z");
    for (int seconds : new int[] {10, 20}) {
      keep(
          samples.call(
              anna, samples.facts(null, CallType.INCOMING, CallOutcome.OTHER, seconds, sunday)));
    }
    log(anna, CallOutcome.BUSY, 1, "2026-04-01T12:00:00Z");

    var types = answer(new TypesQuestion(filter(RANGE)));

    assertThat(types.days()).extracting(Breakdown.Day::day).containsExactlyElementsOf(days());
    assertThat(types.days().get(1).parts())
        .containsExactly(
            new Breakdown.Part<>(CallType.INCOMING, 2, 30),
            new Breakdown.Part<>(CallType.OUTGOING, 0, 0));
    assertThat(types.totals())
        .containsExactly(
            new Breakdown.Part<>(CallType.INCOMING, 2, 30),
            new Breakdown.Part<>(CallType.OUTGOING, 1, 1));
  }

  final <R> R answer(ReportQuestion<R> question) {
    return answer(question, Visibility.EVERYTHING);
  }

  final <R> R answer(ReportQuestion<R> question, Visibility visibility) {
    return storage().reports().answer(question, visibility).content();
  }

  final Volumes volumes(DayRange range, Visibility visibility) {
    return answer(new VolumesQuestion(filter(range)), visibility);
  }

  final Call log(Officer officer, CallOutcome outcome, int seconds, String startedAt) {
    CallFacts facts =
        samples.facts(null, CallType.OUTGOING, outcome, seconds, Instant.parse(startedAt));
    return keep(samples.call(officer, facts));
  }

  final ReportFilter filter(DayRange range) {
    return new ReportFilter(range, samples.root(), Set.of());
  }

  private static List<LocalDate> days() {
    return RANGE.days().toList();
  }

  static Span span(String from, String to) {
    return new Span(Instant.parse(from), Instant.parse(to));
  }
}
