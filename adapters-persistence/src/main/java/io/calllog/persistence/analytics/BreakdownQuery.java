package io.calllog.persistence.analytics;

import io.calllog.application.analytics.view.Breakdown;
import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
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
  private final Reach reach;

  BreakdownQuery(K[] values, ReportFilter filter, Reach reach) {
    this.values = List.of(values);
    this.filter = filter;
    this.reach = reach;
  }

  @Override
  public String sql(Parameters parameters) {
    String sums =
        values.stream()
            .map(BreakdownQuery::prefix)
            .map("sum(d.%1$s_calls) AS %1$s_calls, sum(d.%1$s_seconds) AS %1$s_seconds"::formatted)
            .collect(Collectors.joining(", "));
    return DayColumns.perDay(sums, filter, reach, parameters);
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
                rows.getLong(prefix(value) + "_calls"), // 0 for NULL, on a day without calls
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
