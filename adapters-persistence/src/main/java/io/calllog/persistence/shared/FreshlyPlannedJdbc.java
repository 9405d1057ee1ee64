package io.calllog.persistence.shared;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Has PostgreSQL plan each statement for the values it comes with. After a few executions the
 * driver would keep a statement on the server, and the server would keep one plan for any values:
 * it knows neither which partitions are left nor how few rows a pattern finds, and reads a hundred
 * times more. Thread-safe.
 */
public final class FreshlyPlannedJdbc extends JdbcTemplate {

  /** Statements for this database. */
  public FreshlyPlannedJdbc(DataSource dataSource) {
    super(dataSource);
  }

  @Override
  protected void applyStatementSettings(Statement statement) throws SQLException {
    super.applyStatementSettings(statement);
    statement.unwrap(PGStatement.class).setPrepareThreshold(0);
  }
}
