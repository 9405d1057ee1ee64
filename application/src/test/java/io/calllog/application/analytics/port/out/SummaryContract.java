package io.calllog.application.analytics.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.analytics.view.Figures;
import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.analytics.view.ReportQuestion.SummaryQuestion;
import io.calllog.application.analytics.view.Summary;
import io.calllog.application.analytics.view.Summary.Included;
import io.calllog.application.analytics.view.Summary.Totals;
import io.calllog.application.analytics.view.TargetProgress;
import io.calllog.application.testing.Samples;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.analytics.PerDay;
import io.calllog.domain.analytics.Target;
import io.calllog.domain.analytics.TargetDetails;
import io.calllog.domain.analytics.TargetSubject;
import io.calllog.domain.analytics.TargetSubject.OfOfficer;
import io.calllog.domain.analytics.TargetSubject.OfRegion;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.Territory;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.region.RegionId;
import io.calllog.domain.shared.RegionPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Part of {@link ReportsContract}: summaries with their targets. */
abstract class SummaryContract extends OfficerFiguresContract {

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

  final Summary summary(boolean compared) {
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
}
