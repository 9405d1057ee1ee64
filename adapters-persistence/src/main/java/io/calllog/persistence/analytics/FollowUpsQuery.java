package io.calllog.persistence.analytics;

import io.calllog.application.analytics.view.FollowUpFigures;
import io.calllog.application.analytics.view.FollowUpFigures.FollowUpCounts;
import io.calllog.application.analytics.view.FollowUpFigures.OfficerFollowUps;
import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.analytics.view.Span;
import io.calllog.domain.officer.OfficerId;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import io.calllog.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Counts the follow-ups themselves: an officer makes some a day, so a year of them is read quickly.
 * The days are computed once, because computing the day of each follow-up takes six times as long.
 */
record FollowUpsQuery(ReportFilter filter, Reach reach, Instant now)
    implements ReportQuery<FollowUpFigures> {

  @Override
  public String sql(Parameters parameters) {
    String from = parameters.bind(filter.range().from());
    String to = parameters.bind(filter.range().to());
    Conditions owed =
        new Conditions(parameters)
            .and("f.deleted_at IS NULL")
            .and(
                "f.due_at >= (SELECT start_of_day(cast(? AS date), time_zone) FROM reporting)",
                filter.range().from())
            .and(
                "f.due_at < (SELECT start_of_day(cast(? AS date), time_zone) FROM reporting)",
                filter.range().to())
            .visible(reach, "f.region_key", "f.officer_id")
            .in("f.officer_id", filter.officers().stream().map(OfficerId::value).toList());
    return """
    SELECT time_zone, start_of_day(cast(%1$s AS date), time_zone) AS starts_at,
           start_of_day(cast(%2$s AS date), time_zone) AS ends_at,
           o.id AS officer_id, o.name, promised, kept_in_time, kept_late, overdue, cancelled
    FROM reporting
    LEFT JOIN (
        (SELECT officer_id, count(*) AS promised,
                count(*) FILTER (WHERE done_at < end_of_day) AS kept_in_time,
                count(*) FILTER (WHERE done_at >= end_of_day) AS kept_late,
                count(*) FILTER (WHERE state = 'OPEN' AND due_at < %3$s) AS overdue,
                count(*) FILTER (WHERE state = 'CANCELLED') AS cancelled
         FROM (SELECT f.officer_id, f.state, f.due_at, f.done_at,
                      starts[width_bucket(f.due_at, starts) + 1] AS end_of_day
               FROM follow_ups f
               CROSS JOIN (SELECT array_agg(start_of_day(cast(%1$s AS date) + n, time_zone) ORDER BY n) AS starts
                           FROM reporting, generate_series(0, cast(%2$s AS date) - cast(%1$s AS date)) n) days
               WHERE %4$s) owed
         GROUP BY officer_id) counted
        JOIN officers o ON o.id = officer_id
    ) ON TRUE
    ORDER BY o.sort_name, o.id
    """
        .formatted(from, to, parameters.bind(Times.parameter(now)), owed.sql());
  }

  @Override
  public FollowUpFigures read(ResultSet rows) throws SQLException {
    Span span = DayColumns.span(rows);
    List<OfficerFollowUps> officers = new ArrayList<>();
    do {
      @Nullable UUID officer = rows.getObject("officer_id", UUID.class);
      if (officer != null) { // the only row of a report without officers has null
        var counts =
            new FollowUpCounts(
                rows.getLong("promised"),
                rows.getLong("kept_in_time"),
                rows.getLong("kept_late"),
                rows.getLong("overdue"),
                rows.getLong("cancelled"));
        officers.add(new OfficerFollowUps(new OfficerId(officer), rows.getString("name"), counts));
      }
    } while (rows.next());
    return new FollowUpFigures(span, officers);
  }
}
