package io.calllog.persistence.analytics;

import io.calllog.application.analytics.port.out.Reports;
import io.calllog.application.analytics.view.Report;
import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.analytics.view.ReportQuestion;
import io.calllog.application.analytics.view.ReportQuestion.CoverageQuestion;
import io.calllog.application.analytics.view.ReportQuestion.HoursQuestion;
import io.calllog.application.analytics.view.ReportQuestion.OfficerDaysQuestion;
import io.calllog.application.analytics.view.ReportQuestion.OfficerTimesQuestion;
import io.calllog.application.analytics.view.ReportQuestion.OutcomesQuestion;
import io.calllog.application.analytics.view.ReportQuestion.SummaryQuestion;
import io.calllog.application.analytics.view.ReportQuestion.TypesQuestion;
import io.calllog.application.analytics.view.ReportQuestion.VolumesQuestion;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.officer.Visibility;
import io.calllog.persistence.connection.ReadDataSource;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads reports from {@code officer_days}, {@code officer_hours} or {@code client_totals}, never
 * from calls. Each report is one statement, so its figures, time zone and names are from one
 * snapshot.
 */
@Repository
class JdbcReports implements Reports {

  private final JdbcClient database;
  private final RegionTree regions;
  private final ReportingZone zone;
  private final InstantSource clock;

  JdbcReports(
      @Qualifier("readDatabase") JdbcClient database,
      RegionTree regions,
      ReportingZone zone,
      InstantSource clock) {
    this.database = database;
    this.regions = regions;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public <R> Report<R> answer(ReportQuestion<R> question, Visibility visibility) {
    ReportQuery<R> query =
        queryFor(question, visibility, regions.reach(visibility, question.filter().region()));
    var parameters = new Parameters();
    String sql = query.sql(parameters);
    // Read before the statement takes its snapshot, which has everything committed by this time.
    Instant asOf = clock.instant().minus(ReadDataSource.behind());
    return database
        .sql(sql)
        .params(parameters.byName())
        .query((ResultSet rows) -> read(query, rows, question.filter(), asOf));
  }

  @SuppressWarnings("unchecked") // each question is next to the query for its content
  private <R> ReportQuery<R> queryFor(
      ReportQuestion<R> question, Visibility visibility, Reach reach) {
    var query =
        switch (question) {
          case VolumesQuestion q -> new VolumesQuery(q.filter(), reach);
          case OfficerTimesQuestion q -> new OfficerTimesQuery(q.filter(), q.includeIdle(), reach);
          case OfficerDaysQuestion q ->
              new OfficerDaysQuery(q.filter(), q.includeIdle(), reach, q.paging());
          case OutcomesQuestion q -> new BreakdownQuery<>(CallOutcome.values(), q.filter(), reach);
          case TypesQuestion q -> new BreakdownQuery<>(CallType.values(), q.filter(), reach);
          case CoverageQuestion q -> new CoverageQuery(q.filter(), reach);
          case HoursQuestion q -> new HoursQuery(q.filter(), reach);
          case SummaryQuestion q -> new SummaryQuery(q, visibility, reach, zone.today(clock));
        };
    return (ReportQuery<R>) query;
  }

  private static <R> Report<R> read(
      ReportQuery<R> query, ResultSet rows, ReportFilter filter, Instant asOf) throws SQLException {
    if (!rows.next()) {
      throw new IllegalStateException("Table reporting has no row");
    }
    ReportingZone zone = ReportingZone.of(rows.getString("time_zone"));
    return new Report<>(filter, zone, asOf, query.read(rows));
  }
}
