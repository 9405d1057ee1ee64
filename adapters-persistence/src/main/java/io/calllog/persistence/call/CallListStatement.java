package io.calllog.persistence.call;

import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.domain.officer.Visibility;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Parameters;
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
      Visibility visibility,
      CallOrder order,
      @Nullable ByStart after,
      CallWindow window,
      int limit) {
    var parameters = new Parameters();
    MergeBy merge = MergeBy.of(filter, visibility);
    Conditions conditions = CallConditions.exceptTime(parameters, filter, visibility, merge);
    CallConditions.within(conditions, window);
    if (after != null) {
      CallConditions.after(conditions, after, order);
    }
    String ordering =
        switch (order) {
          case LATEST_FIRST -> " ORDER BY c.started_at DESC, c.id DESC";
          case EARLIEST_FIRST -> " ORDER BY c.started_at, c.id";
        };
    String orderAndLimit = ordering + " LIMIT " + parameters.bind(limit);
    String calls =
        merge == MergeBy.NONE
            ? "SELECT c.* FROM calls c WHERE " + conditions.sql() + orderAndLimit
            : """
            SELECT c.* FROM (%s) merged
            CROSS JOIN LATERAL (SELECT c.* FROM calls c WHERE %s = merged.key AND %s %s) c %s
            """
                .formatted(
                    merge.values(parameters, filter, visibility),
                    merge.column(),
                    conditions.sql(),
                    orderAndLimit,
                    orderAndLimit);
    return new CallListStatement(CallRowMapper.withNames(calls) + ordering, parameters.byName());
  }
}
