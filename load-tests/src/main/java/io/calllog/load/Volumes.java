package io.calllog.load;

import io.calllog.load.data.DataSet;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads the volumes of the last year of a data set, for all officers, with one statement. */
final class Volumes implements AutoCloseable {

  /** The statement of the application for an administrator. */
  static final String ROLL_UP =
      """
      SELECT day, coalesce(calls, 0) AS calls, coalesce(connected, 0) AS connected,
             coalesce(seconds, 0) AS seconds, time_zone,
             start_of_day(day, time_zone) AS starts_at, start_of_day(day + 1, time_zone) AS ends_at
      FROM reporting
      CROSS JOIN (SELECT first_day + n AS day
                  FROM (SELECT CAST(? AS date) AS first_day, CAST(? AS date) AS end_day) range,
                       generate_series(0, end_day - first_day - 1) n) days
      LEFT JOIN (SELECT d.day, sum(d.calls) AS calls, sum(d.connected) AS connected,
                        sum(d.seconds)::bigint AS seconds
                 FROM officer_days d WHERE d.day >= ? AND d.day < ? GROUP BY d.day) kept USING (day)
      ORDER BY day
      """;

  /**
   * Counts the calls in the cheapest way: reads only the partitions of the range, takes the day
   * from the local time (the application does not), and computes three figures only.
   */
  static final String SCAN =
      """
      SELECT (started_at AT TIME ZONE zone.time_zone)::date AS day, count(*) AS calls,
             count(*) FILTER (WHERE outcome IN ('SUCCESSFUL', 'FOLLOW_UP')) AS connected,
             sum(duration_seconds) AS seconds
      FROM calls, (SELECT time_zone FROM reporting) zone
      WHERE deleted_at IS NULL
        AND started_at >= start_of_day(?, (SELECT time_zone FROM reporting))
        AND started_at < start_of_day(?, (SELECT time_zone FROM reporting))
        AND id >= call_id_bound((?::date - 2)::timestamp AT TIME ZONE 'UTC')
        AND id < call_id_bound((?::date + 2)::timestamp AT TIME ZONE 'UTC')
      GROUP BY 1
      ORDER BY 1
      """;

  private final Connection connection;
  private final String sql;
  private final LocalDate from;
  private final LocalDate to;

  Volumes(LocalDatabase database, String sql) throws SQLException {
    this.connection = database.connect();
    this.sql = sql;
    DataSet data = DataSet.find(connection);
    if (data == null) {
      throw new Refused("%s was not filled by exec:exec@generate".formatted(database));
    }
    this.from = data.to().minusYears(1);
    this.to = data.to();
    // A plan for these days, as the application gets by naming them in the statement.
    Statements.execute(connection, "SET plan_cache_mode = force_custom_plan");
  }

  /** Runs the statement and measures its time. */
  Answer read() throws SQLException {
    long start = System.nanoTime();
    var days = new ArrayList<Day>();
    try (var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, from);
      statement.setObject(2, to);
      statement.setObject(3, from);
      statement.setObject(4, to);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          days.add(
              new Day(
                  rows.getObject(1, LocalDate.class),
                  rows.getLong(2),
                  rows.getLong(3),
                  rows.getLong(4)));
        }
      }
    }
    return new Answer(days, (System.nanoTime() - start) / 1e6);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  record Day(LocalDate day, long calls, long connected, long seconds) {}

  record Answer(List<Day> days, double millis) {

    long calls() {
      return days.stream().mapToLong(Day::calls).sum();
    }

    /** Without days of zeros, which the roll-up has after deletions and a scan has not. */
    List<Day> daysWithCalls() {
      return days.stream().filter(day -> day.calls() > 0).toList();
    }
  }
}
