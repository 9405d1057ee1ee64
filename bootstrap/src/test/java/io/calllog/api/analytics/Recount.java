package io.calllog.api.analytics;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Counts calls in Java, with Java's own time zone data, to compare them with the figures.
 *
 * @param calls without deleted ones
 */
record Recount(List<Call> calls) {

  private static final Set<String> CONNECTED = Set.of("SUCCESSFUL", "FOLLOW_UP");

  record Call(
      String officer,
      String region,
      String type,
      String outcome,
      int seconds,
      LocalDate day,
      int hour) {

    boolean connected() {
      return CONNECTED.contains(outcome);
    }
  }

  record Figures(long calls, long connected, long totalSeconds, long talkSeconds) {}

  static Recount of(Connection connection, ZoneId zone) throws SQLException {
    List<Call> calls = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT officer_id, path, type, outcome, duration_seconds, started_at FROM calls"
                    + " JOIN regions ON key = region_key WHERE calls.deleted_at IS NULL")) {
      while (row.next()) {
        ZonedDateTime start =
            row.getObject("started_at", OffsetDateTime.class).atZoneSameInstant(zone);
        calls.add(
            new Call(
                row.getString("officer_id"),
                row.getString("path"),
                row.getString("type"),
                row.getString("outcome"),
                row.getInt("duration_seconds"),
                start.toLocalDate(),
                start.getHour()));
      }
    }
    return new Recount(calls);
  }

  /** The calls that match. */
  Recount where(Predicate<Call> condition) {
    return new Recount(calls.stream().filter(condition).toList());
  }

  Figures figures() {
    return new Figures(
        calls.size(),
        calls.stream().filter(Call::connected).count(),
        calls.stream().mapToLong(Call::seconds).sum(),
        calls.stream().filter(Call::connected).mapToLong(Call::seconds).sum());
  }
}
