package io.calllog.application.analytics.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.analytics.view.Coverage;
import io.calllog.application.analytics.view.Coverage.Counts;
import io.calllog.application.analytics.view.Coverage.OwnerCounts;
import io.calllog.application.analytics.view.Coverage.Part;
import io.calllog.application.analytics.view.Coverage.RegionCounts;
import io.calllog.application.analytics.view.Figures;
import io.calllog.application.analytics.view.Hours;
import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.analytics.view.ReportQuestion.CoverageQuestion;
import io.calllog.application.analytics.view.ReportQuestion.HoursQuestion;
import io.calllog.application.analytics.view.ReportQuestion.OfficerTimesQuestion;
import io.calllog.application.analytics.view.ReportQuestion.VolumesQuestion;
import io.calllog.application.shared.Paging;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.Storage;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.client.CallInterval;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Territory;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.RegionPath;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract of {@link Reports}, in the zone {@link Storage#ZONE}. */
public abstract class ReportsContract extends SummaryContract {

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

  private long seconds(ReportFilter filter, Visibility visibility) {
    return answer(new VolumesQuestion(filter), visibility).total().totalSeconds();
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

  private static long sum(List<? extends Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).sum();
  }
}
