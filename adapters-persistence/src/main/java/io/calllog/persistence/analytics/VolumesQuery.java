package io.calllog.persistence.analytics;

import io.calllog.application.analytics.view.DayFigures;
import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.analytics.view.Volumes;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

record VolumesQuery(ReportFilter filter, Reach reach) implements ReportQuery<Volumes> {

  @Override
  public String sql(Parameters parameters) {
    return DayColumns.perDay(DayColumns.SUMS, filter, reach, parameters);
  }

  @Override
  public Volumes read(ResultSet rows) throws SQLException {
    List<DayFigures> days = new ArrayList<>();
    do {
      days.add(DayColumns.dayFigures(rows));
    } while (rows.next());
    return new Volumes(days);
  }
}
