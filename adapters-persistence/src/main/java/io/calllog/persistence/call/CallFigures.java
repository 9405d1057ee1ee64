package io.calllog.persistence.call;

import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallTotals;
import io.calllog.application.call.view.CallView;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.officer.OfficerId;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.FirstRows;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Queries of {@code officer_days} and {@code client_totals}, which say how many calls there are.
 */
final class CallFigures {

  private static final String TALK_SECONDS =
      Stream.of(CallOutcome.values())
          .filter(CallOutcome::connected)
          .map(outcome -> column(outcome, "seconds"))
          .collect(Collectors.joining(" + "));

  private CallFigures() {}

  /** The totals of the visible calls of an officer, in one row. */
  static String ofOfficer(OfficerId officer, Reach reach, Parameters parameters) {
    Conditions conditions =
        new Conditions(parameters)
            .and("d.officer_id = ?", officer.value())
            .visible(reach, "d.region_key", "d.officer_id");
    return """
    SELECT sum(d.calls) AS total_calls, sum(d.connected) AS total_connected,
           sum(d.seconds) AS total_seconds, sum(%s) AS total_talk_seconds
    FROM officer_days d WHERE %s
    """
        .formatted(TALK_SECONDS, conditions.sql());
  }

  /**
   * The totals of all calls with a client, in one row.
   *
   * @param ids the ids that calls with the client may have
   */
  static String ofClient(UUID[] ids, Parameters parameters) {
    return """
    SELECT sum(t.calls) AS total_calls, sum(t.connected) AS total_connected,
           sum(t.seconds) AS total_seconds, sum(t.talk_seconds) AS total_talk_seconds
    FROM client_totals t WHERE t.client_id = ANY (cast(%s AS uuid[]))
    """
        .formatted(parameters.bind(ids));
  }

  /** Reads the totals; 0 for NULL. */
  static CallTotals totals(ResultSet row, List<CallView> latest) throws SQLException {
    return new CallTotals(
        row.getLong("total_calls"),
        row.getLong("total_connected"),
        row.getLong("total_seconds"),
        row.getLong("total_talk_seconds"),
        latest.isEmpty() ? null : latest.getFirst().call().facts().startedAt());
  }

  /**
   * Whether {@link #count} knows the number of calls: the filter must not distinguish what the
   * figures do not. The figures of many regions are more rows than the calls that are counted.
   */
  static boolean knows(CallFilter filter, Reach reach) {
    var others =
        new CallFilter(
            filter.officers(),
            Set.of(),
            filter.types(),
            filter.outcomes(),
            filter.region(),
            null,
            null,
            null,
            null,
            null);
    return filter.equals(others)
        && (filter.types().isEmpty() || filter.outcomes().isEmpty())
        && (!filter.officers().isEmpty() || FirstRows.readsFew(reach));
  }

  /** The number of visible calls that match the filter, in one row. */
  static String count(CallFilter filter, Reach reach, Parameters parameters) {
    Conditions conditions =
        new Conditions(parameters)
            .in("d.officer_id", filter.officers().stream().map(OfficerId::value).toList())
            .visible(reach, "d.region_key", "d.officer_id");
    String calls =
        Stream.<Enum<?>>concat(filter.types().stream(), filter.outcomes().stream())
            .map(value -> column(value, "calls"))
            .collect(Collectors.joining(" + "));
    return "SELECT coalesce(sum(%s), 0) FROM officer_days d WHERE %s"
        .formatted(calls.isEmpty() ? "d.calls" : calls, conditions.sql());
  }

  private static String column(Enum<?> value, String unit) {
    return "d.%s_%s".formatted(value.name().toLowerCase(Locale.ROOT), unit);
  }
}
