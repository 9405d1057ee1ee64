package io.calllog.application.analytics.port.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.calllog.application.analytics.view.Breakdown;
import io.calllog.application.analytics.view.Coverage;
import io.calllog.application.analytics.view.Coverage.Counts;
import io.calllog.application.analytics.view.Coverage.OwnerCounts;
import io.calllog.application.analytics.view.Coverage.Part;
import io.calllog.application.analytics.view.Coverage.RegionCounts;
import io.calllog.application.analytics.view.DayFigures;
import io.calllog.application.analytics.view.Figures;
import io.calllog.application.analytics.view.FollowUpFigures.FollowUpCounts;
import io.calllog.application.analytics.view.FollowUpFigures.OfficerFollowUps;
import io.calllog.application.analytics.view.Hours;
import io.calllog.application.analytics.view.OfficerDays;
import io.calllog.application.analytics.view.OfficerTimes.OfficerFigures;
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
import io.calllog.application.analytics.view.Volumes.MonthFigures;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.Storage;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.analytics.PerDay;
import io.calllog.domain.analytics.Target;
import io.calllog.domain.analytics.TargetDetails;
import io.calllog.domain.analytics.TargetSubject;
import io.calllog.domain.analytics.TargetSubject.OfOfficer;
import io.calllog.domain.analytics.TargetSubject.OfRegion;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.client.CallInterval;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.followup.FollowUpDetails;
import io.calllog.domain.followup.FollowUpState;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Role;
import io.calllog.domain.officer.Territory;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.region.RegionId;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.RegionPath;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract of {@link Reports}, in the zone {@link Storage#ZONE}. */
public abstract class ReportsContract extends StorageContract {

  // Clocks go forward in London on the 29th: that day has 23 hours.
  private static final LocalDate SATURDAY = LocalDate.parse("2026-03-28");
  private static final LocalDate SUNDAY = LocalDate.parse("2026-03-29");
  private static final LocalDate WEDNESDAY = LocalDate.parse("2026-04-01");
  private static final DayRange RANGE = new DayRange(SATURDAY, WEDNESDAY.plusDays(1));

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
  void orders_officers_by_talk_time_and_omits_those_without_calls() {
    Officer bob = keep(samples.officer("Bob", samples.root()));
    Officer anna = keep(samples.officer("anna", samples.root()));
    Officer zoe = keep(samples.officer("Zoe", samples.root()));
    keep(samples.officer("Idle", samples.root()));
    log(bob, CallOutcome.SUCCESSFUL, 60, "2026-03-29T12:00:00Z");
    log(anna, CallOutcome.MISSED, 20, "2026-03-28T12:00:00Z");
    log(anna, CallOutcome.SUCCESSFUL, 40, "2026-03-29T12:00:00Z");
    log(zoe, CallOutcome.SUCCESSFUL, 61, "2026-04-01T12:00:00Z");
    Call gone = log(zoe, CallOutcome.SUCCESSFUL, 61, "2026-04-01T12:00:00Z");
    doInTransaction(() -> storage().calls().remove(gone, Samples.NOW));
    doInTransaction(() -> storage().officers().remove(zoe, Samples.NOW));

    var report = answer(new OfficerTimesQuestion(filter(RANGE), false));

    assertThat(report.officers())
        .containsExactly(
            new OfficerFigures(zoe.id(), "Zoe", new Figures(1, 1, 61, 61)),
            new OfficerFigures(bob.id(), "Bob", new Figures(1, 1, 60, 60)),
            new OfficerFigures(anna.id(), "anna", new Figures(2, 1, 60, 40)));
    assertThat(report.span()).isEqualTo(span("2026-03-28T00:00:00Z", "2026-04-01T23:00:00Z"));
    assertThat(report.total()).isEqualTo(new Figures(4, 3, 181, 161));
  }

  @Test
  void includes_visible_officers_without_calls_if_requested() {
    Officer anna = keep(samples.officer("Anna", samples.below("UK")));
    Officer idle = keep(samples.officer("Idle", samples.below("UK")));
    Officer gone = keep(samples.officer("Gone", samples.below("UK")));
    Officer elsewhere = keep(samples.officer("Elsewhere", samples.below("DE")));
    doInTransaction(() -> storage().officers().remove(gone, Samples.NOW));
    log(anna, CallOutcome.SUCCESSFUL, 60, "2026-03-29T12:00:00Z");
    Visibility uk = Visibility.of(Territory.of(samples.below("UK")));
    var all = new ReportFilter(RANGE, samples.root(), Set.of());
    var some = new ReportFilter(RANGE, null, Set.of(idle.id(), elsewhere.id()));

    assertThat(answer(new OfficerTimesQuestion(all, true), uk).officers())
        .containsExactly(
            new OfficerFigures(anna.id(), "Anna", new Figures(1, 1, 60, 60)),
            new OfficerFigures(idle.id(), "Idle", Figures.NONE));
    assertThat(answer(new OfficerTimesQuestion(some, true), uk).officers())
        .containsExactly(new OfficerFigures(idle.id(), "Idle", Figures.NONE));
    assertThat(answer(new OfficerTimesQuestion(all, true)).officers())
        .extracting(OfficerFigures::officerName)
        .containsExactly("Anna", "Elsewhere", "Idle");
    var days = answer(new OfficerDaysQuestion(all, true, new Paging<>(10, null, true)), uk);
    assertThat(days.items())
        .extracting(OfficerDays::officerName, officer -> officer.days().size())
        .containsExactly(tuple("Anna", 1), tuple("Idle", 0));
    assertThat(days.total()).isEqualTo(new Slice.Total(2, false));
  }

  @Test
  void pages_through_officers_by_name() {
    List<OfficerDays> expected = new ArrayList<>();
    for (String name : NAMES_IN_ORDER) {
      Officer officer = keep(samples.officer(name, samples.root()));
      log(officer, CallOutcome.SUCCESSFUL, 5, "2026-03-28T12:00:00Z");
      log(officer, CallOutcome.BUSY, 6, "2026-03-28T13:00:00Z");
      log(officer, CallOutcome.FOLLOW_UP, 7, "2026-04-01T12:00:00Z");
      Call gone = log(officer, CallOutcome.SUCCESSFUL, 5, "2026-03-29T12:00:00Z");
      doInTransaction(() -> storage().calls().remove(gone, Samples.NOW));
      expected.add(
          new OfficerDays(
              officer.id(),
              name,
              List.of(
                  new DayFigures(
                      SATURDAY,
                      span("2026-03-28T00:00:00Z", "2026-03-29T00:00:00Z"),
                      new Figures(2, 1, 11, 5)),
                  new DayFigures(
                      WEDNESDAY,
                      span("2026-03-31T23:00:00Z", "2026-04-01T23:00:00Z"),
                      new Figures(1, 1, 7, 7)))));
    }
    keep(samples.officer("Idle", samples.root()));

    for (int limit : new int[] {1, 5, 13, 14}) {
      assertThat(StorageContract.<OfficerDays, ByName>walk(limit, this::officerDays))
          .isEqualTo(expected);
    }
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

  @Test
  void counts_the_follow_ups_that_were_due_in_the_range() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    Officer bob = keep(samples.officer("Bob", samples.root()));
    Client acme = keep(samples.client("Acme", samples.root()));
    Instant due = Instant.parse("2026-03-29T12:00:00Z"); // a Sunday that ends at 23:00 UTC
    complete(promise(anna, acme, due), "2026-03-29T22:59:59.999Z");
    complete(promise(anna, acme, due), "2026-03-29T23:00:00Z");
    promise(anna, acme, Instant.parse("2026-04-01T22:59:59.999Z"));
    promise(anna, acme, Instant.parse("2026-04-01T23:00:00Z"));
    promise(anna, acme, Instant.parse("2026-03-27T23:59:59.999Z"));
    keep(
        samples.followUp(
            bob, acme, new FollowUpDetails(bob.id(), due, null, FollowUpState.CANCELLED)));
    FollowUp deleted = promise(bob, acme, due);
    doInTransaction(() -> storage().followUps().remove(deleted, Samples.NOW));

    var report = answer(new FollowUpsQuestion(filter(RANGE)));

    assertThat(report.span()).isEqualTo(span("2026-03-28T00:00:00Z", "2026-04-01T23:00:00Z"));
    assertThat(report.officers())
        .containsExactly(
            new OfficerFollowUps(anna.id(), "Anna", new FollowUpCounts(3, 1, 1, 1, 0)),
            new OfficerFollowUps(bob.id(), "Bob", new FollowUpCounts(1, 0, 0, 0, 1)));
    assertThat(report.total()).isEqualTo(new FollowUpCounts(4, 1, 1, 1, 1));
    assertThat(
            answer(new FollowUpsQuestion(filter(RANGE)), Visibility.ownedBy(bob.id())).officers())
        .extracting(OfficerFollowUps::officerName)
        .containsExactly("Bob");
    var ofBob = new ReportFilter(RANGE, null, Set.of(bob.id()));
    assertThat(answer(new FollowUpsQuestion(ofBob)).total().promised()).isEqualTo(1);
    var nobody = new ReportFilter(RANGE, samples.root(), Set.of(new OfficerId(samples.id(due))));
    assertThat(answer(new FollowUpsQuestion(nobody)).officers()).isEmpty();
  }

  private FollowUp promise(Officer officer, Client client, Instant due) {
    return keep(samples.followUp(officer, client, due));
  }

  private void complete(FollowUp followUp, String startedAt) {
    Instant start = Instant.parse(startedAt);
    Officer officer = storage().officers().find(followUp.details().officerId()).orElseThrow();
    Call call = keep(samples.call(officer, samples.facts(followUp.clientId(), start)));
    FollowUp done =
        inTransaction(() -> storage().followUps().update(followUp.completeBy(call, start)));
    assertThat(done.isOpen()).isFalse();
  }

  @Test
  void sums_up_a_range_and_the_preceding_one() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    Officer bob = keep(samples.officer("Bob", samples.root()));
    log(anna, CallOutcome.SUCCESSFUL, 60, "2026-03-28T00:00:00Z");
    log(bob, CallOutcome.BUSY, 0, "2026-04-01T22:59:59Z");
    log(bob, CallOutcome.OTHER, 3, "2026-03-27T23:59:59Z");
    log(bob, CallOutcome.FOLLOW_UP, 4, "2026-03-23T00:00:00Z");
    log(bob, CallOutcome.FOLLOW_UP, 4, "2026-03-22T23:59:59Z");
    var current =
        new Totals(
            span("2026-03-28T00:00:00Z", "2026-04-01T23:00:00Z"), new Figures(2, 1, 60, 60), 2);
    var previous =
        new Totals(
            span("2026-03-23T00:00:00Z", "2026-03-28T00:00:00Z"), new Figures(2, 1, 7, 4), 1);

    assertThat(summary(true)).isEqualTo(new Summary(current, previous, null, Included.NOTHING));
    assertThat(summary(false)).isEqualTo(new Summary(current, null, null, Included.NOTHING));
  }

  @Test
  void counts_calls_by_weekday_and_hour_on_the_clock_of_the_zone() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    log(anna, CallOutcome.SUCCESSFUL, 60, "2026-03-28T23:59:59.999Z");
    log(anna, CallOutcome.BUSY, 5, "2026-03-29T00:59:59Z");
    log(anna, CallOutcome.FOLLOW_UP, 30, "2026-03-29T01:00:00Z"); // clocks show 2:00
    log(anna, CallOutcome.SUCCESSFUL, 7, "2026-03-29T01:10:00Z");
    log(anna, CallOutcome.OTHER, 9, "2026-03-29T23:00:00Z"); // Monday, 0:00
    log(anna, CallOutcome.OTHER, 9, "2026-04-01T23:00:00Z"); // after the range

    Hours hours = answer(new HoursQuestion(filter(RANGE)));

    assertThat(hours.span()).isEqualTo(span("2026-03-28T00:00:00Z", "2026-04-01T23:00:00Z"));
    assertThat(hours.hours())
        .filteredOn(hour -> hour.calls() > 0)
        .containsExactly(
            new Hours.Hour(DayOfWeek.MONDAY, 0, 1, 0, 0),
            new Hours.Hour(DayOfWeek.SATURDAY, 23, 1, 1, 60),
            new Hours.Hour(DayOfWeek.SUNDAY, 0, 1, 0, 0),
            new Hours.Hour(DayOfWeek.SUNDAY, 2, 2, 2, 37));
    assertThat(hours.hours())
        .extracting(hour -> hour.weekday().getValue() * 24 + hour.hour())
        .hasSize(168)
        .isSorted();
  }

  @Test
  void counts_an_hour_that_occurs_twice_as_one_and_adds_up_weeks() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    log(anna, CallOutcome.SUCCESSFUL, 1, "2025-10-26T00:30:00Z"); // clocks show 1:30, twice
    log(anna, CallOutcome.SUCCESSFUL, 2, "2025-10-26T01:30:00Z");
    log(anna, CallOutcome.SUCCESSFUL, 4, "2025-11-02T01:30:00Z");
    var range = new DayRange(LocalDate.parse("2025-10-20"), LocalDate.parse("2025-11-03"));

    assertThat(answer(new HoursQuestion(filter(range))).hours())
        .filteredOn(hour -> hour.calls() > 0)
        .containsExactly(new Hours.Hour(DayOfWeek.SUNDAY, 1, 3, 3, 7));
  }

  @Test
  void returns_zeros_if_there_are_no_calls() {
    assertThat(volumes(RANGE, Visibility.EVERYTHING).total()).isEqualTo(Figures.NONE);
    assertThat(answer(new OfficerTimesQuestion(filter(RANGE), false)).officers()).isEmpty();
    assertThat(officerDays(Paging.first()).items()).isEmpty();
    assertThat(summary(true).current().figures()).isEqualTo(Figures.NONE);
    assertThat(summary(true).current().activeOfficers()).isZero();
    assertThat(answer(new HoursQuestion(filter(RANGE))).hours())
        .hasSize(168)
        .allMatch(hour -> hour.calls() == 0);
  }

  @Test
  void shows_the_target_of_an_officer_with_the_figures_of_the_month() {
    Officer anna = keep(samples.officer("Anna", samples.below("UK")));
    log(anna, CallOutcome.SUCCESSFUL, 60, "2026-03-01T23:59:59Z"); // before the target
    log(anna, CallOutcome.SUCCESSFUL, 30, "2026-03-02T00:00:00Z");
    log(anna, CallOutcome.BUSY, 5, "2026-03-30T22:59:59Z");
    log(anna, CallOutcome.SUCCESSFUL, 90, "2026-03-30T23:00:00Z"); // after the range
    LocalDate first = LocalDate.parse("2026-03-02");
    var details = new TargetDetails(new PerDay(3), null, new PerDay(60), first);
    aim(new OfOfficer(anna.id()), details);
    var range = new DayRange(SATURDAY, LocalDate.parse("2026-03-31"));
    var expected =
        new TargetProgress(
            details,
            new DayRange(first, LocalDate.parse("2026-04-01")),
            new DayRange(first, range.to()),
            span("2026-03-02T00:00:00Z", "2026-03-30T23:00:00Z"),
            new Figures(2, 1, 35, 30));

    var ofAnna = new ReportFilter(range, null, Set.of(anna.id()));
    var all = new ReportFilter(range, null, Set.of());
    assertThat(target(ofAnna, Visibility.EVERYTHING)).isEqualTo(expected);
    assertThat(target(ofAnna, Visibility.of(Territory.of(samples.root())))).isEqualTo(expected);
    assertThat(target(all, Visibility.ownedBy(anna.id()))).isEqualTo(expected);
    assertThat(target(ofAnna, Visibility.of(Territory.of(samples.below("DE"))))).isNull();
    assertThat(target(all, Visibility.of(Territory.of(samples.below("UK"))))).isNull();
    assertThat(target(before(first), Visibility.ownedBy(anna.id()))).isNull();
    assertThat(expected.days().workingDays()).isEqualTo(22);
    assertThat(expected.elapsed().workingDays()).isEqualTo(21);
  }

  @Test
  void shows_the_target_of_a_region_whose_calls_are_all_visible() {
    make(List.of(samples.below("UK"), samples.below("UK/London")));
    Officer anna = keep(samples.officer("Anna", samples.below("UK/London")));
    log(anna, CallOutcome.SUCCESSFUL, 60, "2026-03-10T12:00:00Z");
    var details = new TargetDetails(null, new PerDay(100), null, LocalDate.parse("2026-01-01"));
    aim(new OfRegion(idOf(samples.below("UK"))), details);
    var range = new DayRange(SATURDAY, SUNDAY);
    var expected =
        new TargetProgress(
            details,
            new DayRange(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-01")),
            new DayRange(LocalDate.parse("2026-03-01"), SUNDAY),
            span("2026-03-01T00:00:00Z", "2026-03-29T00:00:00Z"),
            new Figures(1, 1, 60, 60));

    var inUk = new ReportFilter(range, samples.below("UK"), Set.of());
    var all = new ReportFilter(range, null, Set.of());
    var ukManager = Visibility.of(Territory.of(samples.below("UK")));
    assertThat(target(inUk, Visibility.EVERYTHING)).isEqualTo(expected);
    assertThat(target(inUk, ukManager)).isEqualTo(expected);
    assertThat(target(all, ukManager)).isEqualTo(expected);
    assertThat(target(inUk, Visibility.ownedBy(anna.id()))).isNull();
    assertThat(target(inUk, Visibility.of(Territory.of(samples.below("UK/London"))))).isNull();
    assertThat(
            target(
                new ReportFilter(range, samples.below("UK"), Set.of(anna.id())),
                Visibility.EVERYTHING))
        .isNull();
  }

  @Test
  void counts_only_visible_calls_that_match_the_filter() {
    List<RegionPath> regions = trickyRegions();
    List<Call> calls = new ArrayList<>();
    make(regions);
    Officer anna = keep(samples.officer("Anna", samples.root()));
    Officer moved = anna;
    for (RegionPath region : regions) {
      Officer placed = placedIn(moved, region);
      moved = inTransaction(() -> storage().officers().update(placed));
      Officer other = keep(samples.officer("Bob", region));
      calls.add(keep(samples.call(moved, Instant.parse("2026-03-29T12:00:00Z"))));
      calls.add(keep(samples.call(other, Instant.parse("2026-03-29T12:00:00Z"))));
      calls.add(keep(samples.call(other, Instant.parse("2026-03-30T12:00:00Z"))));
    }
    Officer last = keep(samples.officer("Last", samples.root()));
    Set<OfficerId> all = new HashSet<>();
    calls.forEach(call -> all.add(call.officerId()));

    for (Visibility visibility : visibilities(regions, anna.id(), last.id())) {
      for (RegionPath region : regions) {
        var filter = new ReportFilter(RANGE, region, all);
        long expected =
            calls.stream()
                .filter(call -> visibility.covers(call.region(), call.officerId()))
                .filter(call -> region.contains(call.region()))
                .count();
        assertThat(answer(new VolumesQuestion(filter), visibility).total().calls())
            .as("%s in %s", visibility, region)
            .isEqualTo(expected);
        assertThat(answer(new HoursQuestion(filter), visibility).hours())
            .as("%s in %s", visibility, region)
            .extracting(Hours.Hour::calls)
            .satisfies(each -> assertThat(sum(each)).isEqualTo(expected));
      }
    }
  }

  @Test
  void distinguishes_officers_in_the_filter() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    Officer bob = keep(samples.officer("Bob", samples.root()));
    log(anna, CallOutcome.SUCCESSFUL, 60, "2026-03-28T12:00:00Z");
    log(bob, CallOutcome.SUCCESSFUL, 61, "2026-03-28T12:00:00Z");

    var ofAnna = new ReportFilter(RANGE, null, Set.of(anna.id()));
    assertThat(seconds(ofAnna, Visibility.EVERYTHING)).isEqualTo(60);
    assertThat(seconds(ofAnna, Visibility.ownedBy(bob.id()))).isZero();
    assertThat(seconds(ofAnna, Visibility.of(Territory.of(samples.root())))).isEqualTo(60);
    assertThat(
            seconds(
                new ReportFilter(RANGE, null, Set.of(anna.id(), bob.id())),
                Visibility.of(Territory.of(samples.root()))))
        .isEqualTo(121);
  }

  @Test
  void counts_clients_by_owner_region_and_whether_they_were_called_in_time() {
    Officer anna = keep(samples.officer("Anna", samples.below("UK")));
    Officer bob = keep(samples.officer("Bob", samples.below("UK")));
    keep(samples.client("Unbound", samples.below("UK"), anna.id()));
    keep(client("UK", null, 3));
    Client sold = keep(client("UK", bob, 3));
    doInTransaction(() -> storage().clients().remove(sold, Samples.NOW));
    for (String start : List.of("2026-03-29T00:00:00Z", "2026-03-28T23:59:59Z")) {
      Client client = keep(client("UK/London", bob, 3));
      keep(samples.call(anna, client, Instant.parse(start)));
    }
    keep(client("UK", bob, 1));
    keep(client("DE", anna, 3));
    var today = new DayRange(WEDNESDAY, WEDNESDAY.plusDays(1));
    var all = new ReportFilter(today, samples.root(), Set.of());

    Coverage coverage = answer(new CoverageQuestion(all));

    assertThat(coverage.parts())
        .containsExactly(
            new Part(anna.id(), "Anna", samples.below("DE"), new Counts(0, 0, 1)),
            new Part(bob.id(), "Bob", samples.below("UK"), new Counts(0, 0, 1)),
            new Part(bob.id(), "Bob", samples.below("UK/London"), new Counts(1, 1, 0)),
            new Part(null, null, samples.below("UK"), new Counts(0, 0, 1)));
    assertThat(coverage.owners())
        .containsExactly(
            new OwnerCounts(anna.id(), "Anna", new Counts(0, 0, 1)),
            new OwnerCounts(bob.id(), "Bob", new Counts(1, 1, 1)),
            new OwnerCounts(null, null, new Counts(0, 0, 1)));
    assertThat(coverage.regions())
        .containsExactly(
            new RegionCounts(samples.below("DE"), new Counts(0, 0, 1)),
            new RegionCounts(samples.below("UK"), new Counts(1, 1, 2)),
            new RegionCounts(samples.below("UK/London"), new Counts(1, 1, 0)));
    assertThat(coverage.total()).isEqualTo(new Counts(1, 1, 3));
    Visibility london = Visibility.of(Territory.of(samples.below("UK/London")));
    assertThat(answer(new CoverageQuestion(all), london).total()).isEqualTo(new Counts(1, 1, 0));
    var ofAnna = new ReportFilter(today, samples.root(), Set.of(anna.id()));
    assertThat(answer(new CoverageQuestion(ofAnna)).total()).isEqualTo(new Counts(0, 0, 1));
    var nowhere = new ReportFilter(today, samples.below("FR"), Set.of());
    assertThat(answer(new CoverageQuestion(nowhere)).parts()).isEmpty();
  }

  /** Returns a client that is to be called again and again. */
  private Client client(String region, @Nullable Officer owner, int days) {
    return samples.client(
        new ClientDetails(
            new Name("Acme"),
            null,
            List.of(),
            null,
            null,
            samples.below(region),
            ClientStatus.LEAD,
            owner == null ? null : owner.id(),
            null,
            CallInterval.ofDays(days)));
  }

  @Test
  void returns_the_time_zone_and_the_time_of_the_snapshot() {
    Instant before = Instant.now().minus(Duration.ofMillis(1));

    var report =
        storage().reports().answer(new VolumesQuestion(filter(RANGE)), Visibility.EVERYTHING);

    assertThat(report.filter()).isEqualTo(filter(RANGE));

    assertThat(report.timeZone()).isEqualTo(Storage.ZONE);
    assertThat(report.asOf()).isBetween(before, Instant.now());
  }

  private <R> R answer(ReportQuestion<R> question) {
    return answer(question, Visibility.EVERYTHING);
  }

  private <R> R answer(ReportQuestion<R> question, Visibility visibility) {
    return storage().reports().answer(question, visibility).content();
  }

  private Volumes volumes(DayRange range, Visibility visibility) {
    return answer(new VolumesQuestion(filter(range)), visibility);
  }

  private long seconds(ReportFilter filter, Visibility visibility) {
    return answer(new VolumesQuestion(filter), visibility).total().totalSeconds();
  }

  private Slice<OfficerDays, ByName> officerDays(Paging<ByName> paging) {
    return answer(new OfficerDaysQuestion(filter(RANGE), false, paging));
  }

  private Summary summary(boolean compared) {
    return answer(new SummaryQuestion(filter(RANGE), compared, Set.of()));
  }

  private @Nullable TargetProgress target(ReportFilter filter, Visibility visibility) {
    return answer(new SummaryQuestion(filter, false, Set.of()), visibility).target();
  }

  private static ReportFilter before(LocalDate day) {
    return new ReportFilter(new DayRange(day.minusDays(9), day), null, Set.of());
  }

  private void aim(TargetSubject subject, TargetDetails details) {
    doInTransaction(() -> storage().targets().add(Target.create(subject, details, Samples.NOW)));
  }

  private RegionId idOf(RegionPath path) {
    return storage().regions().findSimilar(path).getFirst().id();
  }

  private Call log(Officer officer, CallOutcome outcome, int seconds, String startedAt) {
    CallFacts facts =
        samples.facts(null, CallType.OUTGOING, outcome, seconds, Instant.parse(startedAt));
    return keep(samples.call(officer, facts));
  }

  /** Returns the officer as moved to another region, to log a call there. */
  private static Officer placedIn(Officer officer, RegionPath region) {
    var d = officer.details();
    var placed =
        new OfficerDetails(d.name(), d.email(), d.phone(), region, List.of(), d.role(), d.status());
    return new Officer(
        officer.id(),
        placed,
        officer.passwordHash(),
        officer.tokenVersion(),
        officer.createdAt(),
        officer.updatedAt(),
        officer.version());
  }

  private ReportFilter filter(DayRange range) {
    return new ReportFilter(range, samples.root(), Set.of());
  }

  private static long sum(List<? extends Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).sum();
  }

  private static List<LocalDate> days() {
    return RANGE.days().toList();
  }

  private static Span span(String from, String to) {
    return new Span(Instant.parse(from), Instant.parse(to));
  }
}
