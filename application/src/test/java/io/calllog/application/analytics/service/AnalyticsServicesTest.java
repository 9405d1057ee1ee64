package io.calllog.application.analytics.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.application.analytics.port.in.AnalyticsQueries;
import io.calllog.application.analytics.port.in.AnalyticsQueries.Query;
import io.calllog.application.analytics.port.in.ChangeReportingZone;
import io.calllog.application.analytics.port.in.RebuildFigures;
import io.calllog.application.analytics.port.in.VerifyFigures;
import io.calllog.application.analytics.view.CountedDay;
import io.calllog.application.analytics.view.Freshness;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Paging;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.Storage;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.NotPermitted;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnalyticsServicesTest {

  private static final LocalDate DAY = LocalDate.parse("2026-03-10");
  private static final DayRange RANGE = new DayRange(DAY, DAY.plusDays(1));

  private final Office office = new Office();
  private final AnalyticsQueries queries =
      new AnalyticsQueriesService(office.figures, Storage.ZONE, office.clock);

  @Test
  void count_for_each_actor_what_they_can_list() {
    for (Officer officer : List.of(office.anna, office.bob, office.dora, office.newcomer)) {
      office.keep(office.samples.call(officer, Samples.NOW));
    }

    assertThat(callsFor(office.anna)).isEqualTo(1);
    assertThat(callsFor(office.newcomer)).isEqualTo(1);
    assertThat(callsFor(office.manager)).isEqualTo(2);
    assertThat(callsFor(office.otherManager)).isEqualTo(1);
    assertThat(callsFor(office.admin)).isEqualTo(4);
  }

  @Test
  void take_today_from_the_reporting_zone() {
    // 23:30 in London is the day after in Kolkata.
    office.clock.advance(Duration.ofHours(14));
    var elsewhere =
        new AnalyticsQueriesService(office.figures, ReportingZone.of("Asia/Kolkata"), office.clock);

    assertThat(queries.range(null, null, 1)).isEqualTo(RANGE);
    assertThat(elsewhere.range(null, null, 1).from()).isEqualTo(DAY.plusDays(1));
  }

  @Test
  void refuse_more_days_of_each_officer_than_92() {
    var query = new Query(new DayRange(DAY, DAY.plusDays(93)), null, Set.of(), Freshness.RECENT);

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(
            () -> queries.callsPerOfficerPerDay(office.actor(office.admin), query, Paging.first()));
  }

  @Test
  void verify_and_rebuild_for_administrators_only() {
    VerifyFigures verify = new VerifyFiguresService(office.figures);
    RebuildFigures rebuild =
        new RebuildFiguresService(office.figures, office.audit, office.unitOfWork, office.clock);

    for (Officer other : List.of(office.anna, office.manager)) {
      var actor = office.actor(other);
      assertThatExceptionOfType(NotPermitted.class)
          .isThrownBy(
              () -> verify.verify(new VerifyFigures.Command(Caller.internal(actor), RANGE)));
      assertThatExceptionOfType(NotPermitted.class)
          .isThrownBy(
              () -> rebuild.rebuild(new RebuildFigures.Command(Caller.internal(actor), RANGE)));
    }
    var admin = office.actor(office.admin);
    assertThat(verify.verify(new VerifyFigures.Command(Caller.internal(admin), RANGE))).isEmpty();
    assertThat(rebuild.rebuild(new RebuildFigures.Command(Caller.internal(admin), RANGE)))
        .isEmpty();
  }

  @Test
  void change_the_zone_and_tell_of_each_day_counted() {
    office.keep(office.samples.call(office.anna, Samples.NOW));
    office.keep(office.samples.call(office.anna, Samples.NOW.plusSeconds(2 * 86_400)));
    ChangeReportingZone reporting =
        new ChangeReportingZoneService(office.figures, office.audit, office.clock);
    List<CountedDay> told = new ArrayList<>();
    var zone = ReportingZone.of("Asia/Kolkata");

    long days = reporting.change(new ChangeReportingZone.Command(zone, told::add));

    assertThat(days).isEqualTo(3);
    assertThat(reporting.current()).isEqualTo(zone);
    assertThat(told)
        .containsExactly(
            new CountedDay(DAY, 1, 3),
            new CountedDay(DAY.plusDays(1), 2, 3),
            new CountedDay(DAY.plusDays(2), 3, 3));
  }

  private long callsFor(Officer officer) {
    var query = new Query(RANGE, null, Set.of(), Freshness.NEW);
    return queries.volumes(office.actor(officer), query).content().total().calls();
  }
}
