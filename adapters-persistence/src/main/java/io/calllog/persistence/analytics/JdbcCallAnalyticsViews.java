package io.calllog.persistence.analytics;

import io.calllog.application.analytics.port.out.CallAnalyticsViews;
import io.calllog.application.analytics.view.FiguresFilter;
import io.calllog.application.analytics.view.Freshness;
import io.calllog.application.analytics.view.OfficerDays;
import io.calllog.application.analytics.view.OfficerTimes;
import io.calllog.application.analytics.view.Outcomes;
import io.calllog.application.analytics.view.Report;
import io.calllog.application.analytics.view.Summary;
import io.calllog.application.analytics.view.Volumes;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.officer.Visibility;
import io.calllog.persistence.shared.Parameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Sums up {@code officer_days}; calls are never read. Each report is one statement, so that its
 * figures, its zone and the names in it are of one moment.
 */
@Repository
class JdbcCallAnalyticsViews implements CallAnalyticsViews {

  private final JdbcClient database;
  private final InstantSource clock;

  JdbcCallAnalyticsViews(JdbcClient database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Report<Volumes> volumes(FiguresFilter filter, Visibility visibility, Freshness freshness) {
    return report(new VolumesQuery(filter, visibility));
  }

  @Override
  public Report<OfficerTimes> callTimePerOfficer(
      FiguresFilter filter, Visibility visibility, Freshness freshness) {
    return report(new OfficerTimesQuery(filter, visibility));
  }

  @Override
  public Report<Slice<OfficerDays, ByName>> callsPerOfficerPerDay(
      FiguresFilter filter, Visibility visibility, Paging<ByName> paging, Freshness freshness) {
    return report(new OfficerDaysQuery(filter, visibility, paging));
  }

  @Override
  public Report<Outcomes> outcomes(
      FiguresFilter filter, Visibility visibility, Freshness freshness) {
    return report(new OutcomesQuery(filter, visibility));
  }

  @Override
  public Report<Summary> summary(
      FiguresFilter filter, boolean compared, Visibility visibility, Freshness freshness) {
    return report(new SummaryQuery(filter, compared, visibility));
  }

  private <T> Report<T> report(FiguresQuery<T> query) {
    var parameters = new Parameters();
    String sql = query.sql(parameters);
    // Before the snapshot is taken: nothing that was complete by then can be missing in it.
    Instant asOf = clock.instant();
    return database
        .sql(sql)
        .params(parameters.byName())
        .query((ResultSet rows) -> read(query, rows, asOf));
  }

  private static <T> Report<T> read(FiguresQuery<T> query, ResultSet rows, Instant asOf)
      throws SQLException {
    if (!rows.next()) {
      throw new IllegalStateException("Table reporting has no row");
    }
    ReportingZone zone = ReportingZone.of(rows.getString("time_zone"));
    return new Report<>(zone, asOf, false, query.read(rows));
  }
}
