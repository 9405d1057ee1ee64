package io.calllog.application.analytics.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.application.analytics.port.in.AnalyticsQueries;
import io.calllog.application.analytics.port.in.AnalyticsQueries.Request;
import io.calllog.application.analytics.port.in.ChangeReportingZone;
import io.calllog.application.analytics.port.in.RebuildFigures;
import io.calllog.application.analytics.port.in.VerifyFigures;
import io.calllog.application.analytics.port.out.ReportCache;
import io.calllog.application.analytics.view.CountedDay;
import io.calllog.application.analytics.view.Freshness;
import io.calllog.application.analytics.view.Report;
import io.calllog.application.analytics.view.ReportAnswer;
import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.analytics.view.ReportQuestion.OfficerDaysQuestion;
import io.calllog.application.analytics.view.ReportQuestion.VolumesQuestion;
import io.calllog.application.analytics.view.Volumes;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.Storage;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.NotPermitted;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnalyticsServicesTest {

  private static final LocalDate DAY = LocalDate.parse("2026-03-10");
  private static final DayRange RANGE = new DayRange(DAY, DAY.plusDays(1));

  private final Office office = new Office();
  private final AnalyticsQueries queries = queriesIn(Storage.ZONE);

  @Test
  void count_the_calls_that_the_actor_can_list() {
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
  void default_the_range_to_today_in_the_reporting_zone() {
    // 23:30 in London is the next day in Kolkata.
    office.clock.advance(Duration.ofHours(14));
    AnalyticsQueries elsewhere = queriesIn(ReportingZone.of("Asia/Kolkata"));

    assertThat(rangeOf(queries, null, null)).isEqualTo(RANGE);
    assertThat(rangeOf(elsewhere, null, null).from()).isEqualTo(DAY.plusDays(1));
    assertThat(rangeOf(queries, null, DAY)).isEqualTo(new DayRange(DAY.minusDays(1), DAY));
    assertThat(rangeOf(queries, DAY.minusDays(2), null).length()).isEqualTo(3);
  }

  @Test
  void refuse_an_empty_range() {
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> rangeOf(queries, DAY, DAY));
  }

  @Test
  void refuse_officer_days_of_more_than_92_days() {
    var request =
        new Request<>(
            DAY,
            DAY.plusDays(93),
            1,
            range -> new OfficerDaysQuestion(filter(range), false, Paging.first()),
            Freshness.RECENT,
            "text",
            AnalyticsServicesTest::written);

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> queries.answer(office.actor(office.admin), request));
  }

  @Test
  void cache_answers_by_question_visibility_tree_of_regions_and_format() {
    List<Object> asked = new ArrayList<>();
    ReportCache cache =
        (key, freshness, computation) -> {
          asked.add(key);
          asked.add(freshness);
          return computation.get();
        };
    var cached =
        new AnalyticsQueriesService(
            office.figures, cache, office.regions, office.unitOfWork, Storage.ZONE, office.clock);

    cached.answer(office.actor(office.anna), volumes(DAY, null, Freshness.NEW));

    assertThat(asked)
        .containsExactly(
            new ReportCache.Key(
                new VolumesQuestion(filter(RANGE)),
                office.actor(office.anna).seesCalls(),
                office.regions.version(),
                "text"),
            Freshness.NEW);
  }

  @Test
  void only_a_recent_report_may_lack_what_others_have_just_written() {
    List<Actor> lagging = new ArrayList<>();
    UnitOfWork unitOfWork =
        new UnitOfWork() {
          @Override
          public <T> T write(Supplier<T> work) {
            throw new AssertionError();
          }

          @Override
          public <T> T snapshot(Supplier<T> reads) {
            return reads.get();
          }

          @Override
          public <T> T read(Actor reader, boolean several, Supplier<T> reads) {
            lagging.add(reader);
            return reads.get();
          }
        };
    var reports =
        new AnalyticsQueriesService(
            office.figures,
            (_, _, computation) -> computation.get(),
            office.regions,
            unitOfWork,
            Storage.ZONE,
            office.clock);
    Actor anna = office.actor(office.anna);

    reports.answer(anna, volumes(DAY, null, Freshness.NEW));
    assertThat(lagging).isEmpty();

    reports.answer(anna, volumes(DAY, null, Freshness.RECENT));
    assertThat(lagging).containsExactly(anna);
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
  void change_the_zone_and_report_progress_after_each_day() {
    office.keep(office.samples.call(office.anna, Samples.NOW));
    office.keep(office.samples.call(office.anna, Samples.NOW.plusSeconds(2 * 86_400)));
    ChangeReportingZone reporting =
        new ChangeReportingZoneService(office.figures, office.audit, office.clock);
    List<CountedDay> told = new ArrayList<>();
    var zone = ReportingZone.of("Asia/Kolkata");

    long days = reporting.change(new ChangeReportingZone.Command(zone, told::add));

    assertThat(days).isEqualTo(3);
    assertThat(reporting.current()).isEqualTo("Asia/Kolkata");
    assertThat(told)
        .containsExactly(
            new CountedDay(DAY, 1, 3),
            new CountedDay(DAY.plusDays(1), 2, 3),
            new CountedDay(DAY.plusDays(2), 3, 3));
  }

  private long callsFor(Officer officer) {
    var request = volumes(DAY, null, Freshness.NEW);
    return Long.parseLong(
        new String(
            queries.answer(office.actor(officer), request).body(), StandardCharsets.US_ASCII));
  }

  private DayRange rangeOf(
      AnalyticsQueries queries, @Nullable LocalDate from, @Nullable LocalDate to) {
    List<DayRange> ranges = new ArrayList<>();
    var request =
        new Request<>(
            from,
            to,
            1,
            range -> new VolumesQuestion(filter(range)),
            Freshness.NEW,
            "text",
            report -> {
              ranges.add(report.filter().range());
              return written(report);
            });
    queries.answer(office.actor(office.admin), request);
    return ranges.getFirst();
  }

  private AnalyticsQueries queriesIn(ReportingZone zone) {
    return new AnalyticsQueriesService(
        office.figures, office.reportCache, office.regions, office.unitOfWork, zone, office.clock);
  }

  private static Request<Volumes> volumes(
      LocalDate from, @Nullable LocalDate to, Freshness freshness) {
    return new Request<>(
        from,
        to,
        1,
        range -> new VolumesQuestion(filter(range)),
        freshness,
        "text",
        AnalyticsServicesTest::written);
  }

  private static ReportFilter filter(DayRange range) {
    return new ReportFilter(range, null, Set.of());
  }

  /** Returns an answer with the number of calls as its body. */
  private static ReportAnswer written(Report<?> report) {
    String text =
        report.content() instanceof Volumes volumes ? "" + volumes.total().calls() : "no volumes";
    return new ReportAnswer(
        text.getBytes(StandardCharsets.US_ASCII), "W/\"1\"", null, report.asOf(), false);
  }
}
