package io.calllog.persistence.analytics;

import io.calllog.domain.officer.Officer;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the table {@code officer_days}, and the number of sessions that wait for it. */
record OfficerDaysTable(JdbcClient database, DataSource dataSource) {

  /** These columns of the only row of an officer. */
  String row(Officer officer, String columns) {
    return database
        .sql("SELECT ROW(%s)::text FROM officer_days WHERE officer_id = :id".formatted(columns))
        .param("id", officer.id().value())
        .query(String.class)
        .single();
  }

  /** The number of rows of an officer. */
  long rows(Officer officer) {
    return database
        .sql("SELECT count(*) FROM officer_days WHERE officer_id = :id")
        .param("id", officer.id().value())
        .query(Long.class)
        .single();
  }

  /** The number of sessions that wait for the lock of a rebuild. */
  long waiting() {
    try (Connection elsewhere = dataSource.getConnection();
        var statement = elsewhere.createStatement();
        var count =
            statement.executeQuery(
                "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation ="
                    + " 'officer_days'::regclass")) {
      count.next();
      return count.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
