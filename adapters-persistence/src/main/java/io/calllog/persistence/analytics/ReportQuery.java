package io.calllog.persistence.analytics;

import io.calllog.persistence.shared.Parameters;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A report as one SQL statement. It returns at least one row, and each row has the {@code
 * time_zone} that the figures are kept for.
 *
 * @param <R> the content of the report
 */
interface ReportQuery<R> {

  /** The statement; adds its values to the parameters. */
  String sql(Parameters parameters);

  /**
   * Reads the content.
   *
   * @param rows on the first row
   */
  R read(ResultSet rows) throws SQLException;
}
