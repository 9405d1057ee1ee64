package io.calllog.persistence.analytics;

import static io.calllog.persistence.shared.Columns.optionalId;

import io.calllog.application.analytics.view.Coverage;
import io.calllog.application.analytics.view.Coverage.Counts;
import io.calllog.application.analytics.view.Coverage.Part;
import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.RegionPath;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code clients} and {@code client_totals}. */
record CoverageQuery(ReportFilter filter, Reach reach) implements ReportQuery<Coverage> {

  @Override
  public String sql(Parameters parameters) {
    return """
    SELECT time_zone, o.id AS owner_id, o.name AS owner_name, path, in_time, late, never_called
    FROM reporting
    LEFT JOIN (
        SELECT owner_id, region_key,
               count(*) FILTER (WHERE last_call_at >= due) AS in_time,
               count(*) FILTER (WHERE last_call_at < due) AS late,
               count(*) FILTER (WHERE last_call_at IS NULL) AS never_called
        FROM (
            SELECT c.owner_id, c.region_key, t.last_call_at,
                   start_of_day(cast(%s AS date) - c.call_every, time_zone) AS due
            FROM reporting, clients c LEFT JOIN client_totals t ON t.client_id = c.id
            WHERE c.call_every IS NOT NULL AND c.deleted_at IS NULL AND %s) client
        GROUP BY 1, 2) counted ON true
    LEFT JOIN regions ON key = counted.region_key
    LEFT JOIN officers o ON o.id = counted.owner_id
    ORDER BY o.sort_name, o.id, path
    """
        .formatted(
            parameters.bind(filter.range().from()),
            new Conditions(parameters)
                .visible(reach, "c.region_key", "c.owner_id")
                .in("c.owner_id", filter.officers().stream().map(OfficerId::value).toList())
                .sql());
  }

  @Override
  public Coverage read(ResultSet rows) throws SQLException {
    List<Part> parts = new ArrayList<>();
    do {
      String path = rows.getString("path");
      if (path != null) { // the only row of a report without clients has null
        parts.add(
            new Part(
                optionalId(rows, "owner_id", OfficerId::new),
                rows.getString("owner_name"),
                new RegionPath(path),
                new Counts(
                    rows.getLong("in_time"), rows.getLong("late"), rows.getLong("never_called"))));
      }
    } while (rows.next());
    return new Coverage(parts);
  }
}
