package io.calllog.load.data;

import io.calllog.load.Statements;
import java.sql.Connection;
import java.sql.SQLException;

/** Writes random calls, which PostgreSQL generates. */
final class CallWriter {

  /**
   * Calls are inserted in the order of their ids, so that the index of the primary key grows at its
   * end. The start time is the time in the id. Most calls are in the middle of a ten-hour day.
   */
  private static final String CALLS_OF_DAY =
      """
      INSERT INTO calls (id, officer_id, client_id, region_key, type, outcome, duration_seconds, started_at,
                         comment, logged_by, logged_at, updated_at)
      SELECT id, load_tests.officer_id(officer),
             CASE WHEN luck < 0.97 THEN load_tests.client_id(officer * %2$d + client) END,
             load_tests.region_key(officer), type, outcome, seconds, started_at,
             CASE WHEN outcome = 'FOLLOW_UP' THEN 'Wants an offer. ' || load_tests.words()
                  WHEN luck < 0.3 THEN 'As agreed. ' || load_tests.words() END,
             load_tests.officer_id(officer), logged_at, logged_at
      FROM (
          SELECT id, officer, client, luck, type, outcome, uuid_extract_timestamp(id) AS started_at,
                 seconds, uuid_extract_timestamp(id) + make_interval(secs => seconds + 20) AS logged_at
          FROM (
              SELECT uuidv7(moment - clock_timestamp()) AS id, officer, client, luck,
                     CASE WHEN kind < 0.35 THEN 'INCOMING' ELSE 'OUTGOING' END AS type,
                     outcome,
                     CASE WHEN outcome IN ('SUCCESSFUL', 'FOLLOW_UP') THEN (30 + 1500 * length ^ 3)::integer
                          WHEN outcome IN ('BUSY', 'MISSED') THEN 0
                          ELSE (40 * length)::integer END AS seconds
              FROM (
                  SELECT moment, officer, client, luck, kind, length,
                         CASE WHEN fate < 0.46 THEN 'SUCCESSFUL' WHEN fate < 0.64 THEN 'NO_ANSWER'
                              WHEN fate < 0.79 THEN 'FOLLOW_UP' WHEN fate < 0.89 THEN 'MISSED'
                              WHEN fate < 0.96 THEN 'BUSY' ELSE 'OTHER' END AS outcome
                  FROM (
                      SELECT ?::timestamp AT TIME ZONE 'UTC'
                                 + make_interval(secs => 28800 + 18000 * (random() + random())) AS moment,
                             random(0, %1$d - 1) AS officer, random(0, %2$d - 1) AS client, random() AS luck,
                             random() AS kind, random() AS fate, random() AS length
                      FROM generate_series(1, ?)
                  ) drawn
                  ORDER BY moment
              ) ordered
              OFFSET 0
          ) timed
          OFFSET 0
      ) written
      """
          .formatted(People.OFFICERS, People.CLIENTS_OF_EACH);

  private final Connection connection;

  /**
   * @param connection without auto-commit
   */
  CallWriter(Connection connection) {
    this.connection = connection;
  }

  /** Writes the calls of a day, unless an earlier run has written them. */
  void write(DataSet.DayOfCalls day) throws SQLException {
    try (var mark =
            connection.prepareStatement(
                "INSERT INTO load_tests.filled_days VALUES (?) ON CONFLICT DO NOTHING");
        var insert = connection.prepareStatement(CALLS_OF_DAY)) {
      mark.setObject(1, day.day());
      if (mark.executeUpdate() == 1) {
        insert.setObject(1, day.day());
        insert.setLong(2, day.calls());
        insert.executeUpdate();
      }
    }
    connection.commit();
  }

  /**
   * Disables triggers and foreign keys in this session.
   *
   * @return false if the user must not do this
   */
  boolean withoutTriggers() throws SQLException {
    try {
      Statements.execute(connection, "SET session_replication_role = replica");
      connection.commit();
      return true;
    } catch (SQLException e) {
      connection.rollback();
      if ("42501".equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }
}
