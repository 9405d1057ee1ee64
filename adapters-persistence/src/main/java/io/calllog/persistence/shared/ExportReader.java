package io.calllog.persistence.shared;

import io.calllog.application.shared.Export;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the rows of exports. A cursor reads a thousand at a time, so their number does not matter.
 * Thread-safe.
 */
@Component
public class ExportReader {

  private final JdbcClient database;

  ExportReader(@Qualifier("readDataSource") DataSource dataSource) {
    this.database = JdbcClient.create(new CursorTemplate(dataSource));
  }

  /**
   * Counts the rows if necessary, and passes them on.
   *
   * @param from the table and the conditions, without the keyword FROM
   * @param sql the statement that reads the rows in order
   * @param parameters those of the table and of the statement
   */
  public <T> void read(
      String from, String sql, Parameters parameters, RowMapper<T> mapper, Export<T> export) {
    if (export.isLimited()) {
      export.requireAtMostMaximum(
          Pages.countUpTo(database, from, parameters, export.maximum() + 1));
    }
    database
        .sql(sql)
        .params(parameters.byName())
        .query(row -> {
          export.items().accept(mapper.mapRow(row, 0));
        });
  }

  /**
   * Times and UUIDs take much less time in binary form, in the server and in the driver. That needs
   * a prepared statement, so it is left out if the driver must not prepare any ({@code
   * prepareThreshold=0}).
   */
  private static final class CursorTemplate extends JdbcTemplate {

    private static final int FETCH_SIZE = 1_000;
    private static final int ALWAYS_BINARY = -1;
    private static final int NEVER_PREPARED = 0;

    CursorTemplate(DataSource dataSource) {
      super(dataSource);
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
      statement.setFetchSize(FETCH_SIZE);
      PGStatement settings = statement.unwrap(PGStatement.class);
      if (settings.getPrepareThreshold() != NEVER_PREPARED) {
        settings.setPrepareThreshold(ALWAYS_BINARY);
      }
    }
  }
}
