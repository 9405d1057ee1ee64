package io.calllog.persistence.call;

import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.FirstRows;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement that reads the first calls of a list within one window.
 *
 * @param sql with named parameters
 */
record CallListStatement(String sql, Map<String, Object> parameters) {

  /**
   * Builds the statement.
   *
   * @param after the end of the previous page, or null for the first page
   * @param limit maximum number of rows
   */
  static CallListStatement of(
      CallFilter filter,
      Reach reach,
      CallOrder order,
      @Nullable ByStart after,
      CallWindow window,
      int limit) {
    var parameters = new Parameters();
    String ordering =
        switch (order) {
          case LATEST_FIRST -> "c.started_at DESC, c.id DESC";
          case EARLIEST_FIRST -> "c.started_at, c.id";
        };
    var rows = new FirstRows(parameters, "calls", "c", "officer_id", ordering, limit);
    Conditions range = CallConditions.within(new Conditions(parameters), window);
    if (after != null) {
      CallConditions.after(range, after, order);
    }
    MergeBy merge = MergeBy.of(filter, reach);
    Conditions filtered = CallConditions.exceptTime(parameters, filter, merge);
    String calls;
    if (merge == null) {
      calls = rows.visible(reach, range, filtered);
    } else {
      String keys = "cast(%s AS uuid[])".formatted(parameters.bind(merge.values(filter, reach)));
      filtered.visible(reach, "c.region_key", "c.officer_id");
      calls = rows.merged(merge.column(), keys, range.sql() + " AND " + filtered.sql());
    }
    return new CallListStatement(
        CallRowMapper.withNames(rows.firstOf(calls)) + " ORDER BY " + ordering,
        parameters.byName());
  }
}
