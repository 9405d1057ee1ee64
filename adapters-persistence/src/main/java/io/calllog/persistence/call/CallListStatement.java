package io.calllog.persistence.call;

import io.calllog.application.call.view.CallOrder;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.FirstRows;
import io.calllog.persistence.shared.Parameters;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A statement that reads the first calls of a list.
 *
 * @param sql with named parameters
 */
record CallListStatement(String sql, Map<String, Object> parameters) {

  /**
   * Whether {@link #ahead} may find the calls sooner: they are those of many regions, which usually
   * have a good part of all calls, or those of all regions whose comments have some words. Frequent
   * words are in many of the latest calls; finding rare ones takes little time afterwards.
   */
  static boolean readsAhead(CallList list) {
    return MergeBy.of(list.filter(), list.reach()) == null
        && (FirstRows.readsAhead(list.reach())
            || (list.reach().regions() == null && list.filter().text() != null));
  }

  /** Reads some of the latest calls and returns those that match. */
  static CallListStatement ahead(CallList list, CallWindow window) {
    var parameters = new Parameters();
    Conditions filtered = CallConditions.exceptTime(parameters, list.filter(), null);
    FirstRows rows = rows(list, parameters);
    String calls = rows.ahead(list.reach(), range(list, window, parameters), filtered);
    return new CallListStatement(named(list, calls, parameters), parameters.byName());
  }

  /**
   * Reads the first calls of the list. Calls outside the window can be among them, but may not be
   * complete.
   */
  static CallListStatement of(CallList list, CallWindow window) {
    var parameters = new Parameters();
    return new CallListStatement(calls(list, window, parameters), parameters.byName());
  }

  /**
   * Reads the latest calls of an officer or a client, and a row of totals, which is joined to each
   * call. Without calls, it is the only row.
   *
   * <p>The calls of each id are in the order of an index, whose first column has one value. As a
   * range of a value that the planner does not know, it promises many calls, so PostgreSQL merges
   * the indexes of the partitions, and keeps this plan. It would read and sort all calls of a
   * client with many if it planned for one with few.
   *
   * @param list the list of one officer or one client, latest first
   * @param by whether it is an officer or a client
   * @param ids the id of the officer, or those that calls with the client may have
   */
  static CallListStatement withTotals(
      CallList list, MergeBy by, UUID[] ids, Function<Parameters, String> totals) {
    var parameters = new Parameters();
    Conditions conditions =
        CallConditions.exceptTime(parameters, list.filter(), by)
            .visible(list.reach(), "c.region_key", "c.officer_id");
    CallConditions.inPartitions(conditions, list.range());
    String calls =
        """
        SELECT c.* FROM unnest(cast(%2$s AS uuid[])) AS wanted (id) CROSS JOIN LATERAL (
          SELECT c.* FROM calls c
          WHERE c.%1$s >= wanted.id AND c.%1$s <= wanted.id AND %3$s
          ORDER BY c.%1$s, c.started_at DESC, c.id DESC LIMIT %4$s) c
        ORDER BY c.started_at DESC, c.id DESC LIMIT %4$s
        """
            .formatted(by.column(), parameters.bind(ids), conditions.sql(), list.limit());
    String sql =
        "SELECT * FROM (%s) totals LEFT JOIN (%s) c ON TRUE ORDER BY c.started_at DESC, c.id DESC"
            .formatted(
                totals.apply(parameters),
                CallRowMapper.withNames(calls, parameters, list.clients()));
    return new CallListStatement(sql, parameters.byName());
  }

  private static String calls(CallList list, CallWindow window, Parameters parameters) {
    FirstRows rows = rows(list, parameters);
    if (list.filter().text() != null) {
      return named(list, found(list, window, parameters), parameters);
    }
    Conditions range = range(list, window, parameters);
    MergeBy merge = MergeBy.of(list.filter(), list.reach());
    Conditions filtered = CallConditions.exceptTime(parameters, list.filter(), merge);
    String calls;
    if (merge == null) {
      calls = rows.merged(list.reach(), range, filtered);
    } else {
      filtered.visible(list.reach(), "c.region_key", "c.officer_id");
      calls =
          rows.merged(
              merge.column(),
              merge.values(list.filter(), list.reach()),
              range.sql() + " AND " + filtered.sql());
    }
    return named(list, calls, parameters);
  }

  /**
   * All calls in the window whose comments have the words. OFFSET 0 keeps PostgreSQL from reading
   * the calls in the order of the list until the page is full: for rare words it would read all. It
   * also keeps the times of starts out of the search: a kept plan would read the index of all calls
   * that start before now.
   */
  private static String found(CallList list, CallWindow window, Parameters parameters) {
    Conditions filtered =
        CallConditions.exceptTime(parameters, list.filter(), null)
            .visible(list.reach(), "c.region_key", "c.officer_id");
    return "SELECT * FROM (SELECT c.* FROM calls c WHERE %s OFFSET 0) c WHERE %s"
        .formatted(
            CallConditions.inPartitions(filtered, window).sql(), starts(list, parameters).sql());
  }

  private static FirstRows rows(CallList list, Parameters parameters) {
    return new FirstRows(
        parameters, "calls", "c", "officer_id", ordering(list.order()), list.limit());
  }

  private static Conditions range(CallList list, CallWindow window, Parameters parameters) {
    return CallConditions.inPartitions(starts(list, parameters), window);
  }

  private static Conditions starts(CallList list, Parameters parameters) {
    var starts = new Conditions(parameters);
    CallConditions.startsWithin(starts, list.range());
    return list.after() == null ? starts : CallConditions.after(starts, list.after(), list.order());
  }

  private static String named(CallList list, String calls, Parameters parameters) {
    String first = rows(list, parameters).firstOf(calls);
    return CallRowMapper.withNames(first, parameters, list.clients())
        + " ORDER BY "
        + ordering(list.order());
  }

  /** The order as SQL. */
  static String ordering(CallOrder order) {
    return switch (order) {
      case LATEST_FIRST -> "c.started_at DESC, c.id DESC";
      case EARLIEST_FIRST -> "c.started_at, c.id";
    };
  }
}
