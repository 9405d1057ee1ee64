package io.calllog.persistence.analytics;

import io.calllog.application.analytics.view.FiguresFilter;
import io.calllog.application.analytics.view.Outcomes;
import io.calllog.application.analytics.view.Outcomes.DayOutcomes;
import io.calllog.application.analytics.view.Outcomes.OutcomeFigures;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.officer.Visibility;
import io.calllog.persistence.shared.Parameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

record OutcomesQuery(FiguresFilter filter, Visibility visibility)
    implements FiguresQuery<Outcomes> {

  private static final String SUMS =
      Arrays.stream(CallOutcome.values())
          .map(OutcomesQuery::prefix)
          .map("sum(d.%1$s_calls) AS %1$s_calls, sum(d.%1$s_seconds) AS %1$s_seconds"::formatted)
          .collect(Collectors.joining(", "));

  @Override
  public String sql(Parameters parameters) {
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
            SUMS,
            OfficerDayConditions.all(parameters, filter, visibility).sql());
  }

  @Override
  public Outcomes read(ResultSet rows) throws SQLException {
    List<DayOutcomes> days = new ArrayList<>();
    do {
      List<OutcomeFigures> outcomes = new ArrayList<>();
      for (CallOutcome outcome : CallOutcome.values()) {
        // A day without calls has nulls, which are read as zeros.
        outcomes.add(
            new OutcomeFigures(
                outcome,
                rows.getLong(prefix(outcome) + "_calls"),
                rows.getLong(prefix(outcome) + "_seconds")));
      }
      days.add(new DayOutcomes(DayColumns.day(rows), DayColumns.span(rows), outcomes));
    } while (rows.next());
    return new Outcomes(days);
  }

  private static String prefix(CallOutcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }
}
