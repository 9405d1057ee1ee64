package io.calllog.load;

import java.sql.SQLException;
import java.time.Duration;

/** Something to measure. */
@FunctionalInterface
interface Load extends AutoCloseable {

  /** Runs for the given time and returns how much was done per second. */
  double run(Duration time) throws SQLException, InterruptedException;

  @Override
  default void close() throws SQLException {}
}
