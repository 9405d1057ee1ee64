package io.calllog.persistence.analytics;

import io.calllog.application.analytics.view.Breakdown;
import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.domain.officer.Visibility;
import io.calllog.persistence.shared.Parameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads the columns {@code <value>_calls} and {@code <value>_seconds} of each value. */
final class BreakdownQuery<K extends Enum<K>> implements ReportQuery<Breakdown<K>> {

  private final List<K> values;
  private final ReportFilter filter;
  private final Visibility visibility;

  BreakdownQuery(K[] values, ReportFilter filter, Visibility visibility) {
    this.values = List.of(values);
    this.filter = filter;
    this.visibility = visibility;
  }

  @Override
  public String sql(Parameters parameters) {
    String sums =
        values.stream()
            .map(BreakdownQuery::prefix)
            .map("sum(d.%1$s_calls) AS %1$s_calls, sum(d.%1$s_seconds) AS %1$s_seconds"::formatted)
            .collect(Collectors.joining(", "));
    return """
    SELECT time_zone, day, %s, kept.*
    FROM reporting
    CROSS JOIN (SELECT CAST(%s AS date) + n AS day FROM generate_series(0, %s) n) days
    LEFT JOIN (SELECT d.day, %s FROM officer_days d WHERE %s GROUP BY d.day) kept USING (day)
    ORDER BY days.day
    """
        .formatted(
            DayColumns.SPAN_OF_DAY,
            parameters.bind(filter.range().from()),
            parameters.bind((int) filter.range().length() - 1),
            sums,
            OfficerDayConditions.all(parameters, filter, visibility).sql());
  }

  @Override
  public Breakdown<K> read(ResultSet rows) throws SQLException {
    List<Breakdown.Day<K>> days = new ArrayList<>();
    do {
      List<Breakdown.Part<K>> parts = new ArrayList<>();
      for (K value : values) {
        parts.add(
            new Breakdown.Part<>(
                value,
                rows.getLong(prefix(value) + "_calls"), // NULL, read as 0, on a day without calls
                rows.getLong(prefix(value) + "_seconds")));
      }
      days.add(new Breakdown.Day<>(DayColumns.day(rows), DayColumns.span(rows), parts));
    } while (rows.next());
    return new Breakdown<>(days);
  }

  private static String prefix(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
