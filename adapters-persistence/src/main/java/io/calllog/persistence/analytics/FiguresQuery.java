package io.calllog.persistence.analytics;

import io.calllog.persistence.shared.Parameters;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * One statement that reads a report. It answers with at least one row, and each row tells the
 * {@code time_zone} that the figures are kept for.
 *
 * @param <T> the kind of report
 */
interface FiguresQuery<T> {

  /** Its text, with the values in the parameters. */
  String sql(Parameters parameters);

  /** Reads all rows; the first one is the current one already. */
  T read(ResultSet rows) throws SQLException;
}
