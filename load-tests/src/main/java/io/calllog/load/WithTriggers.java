package io.calllog.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A load with or without triggers. Foreign keys stay enabled, because their triggers are system
 * triggers.
 *
 * @param triggers {@code USER} for all of the table, or the name of a trigger
 * @param connection switches the triggers
 */
record WithTriggers(
    boolean enabled, String table, String triggers, Connection connection, Load load)
    implements Load {

  @Override
  public double run(Duration time) throws SQLException, InterruptedException {
    alter(enabled ? "ENABLE" : "DISABLE");
    try {
      return load.run(time);
    } finally {
      alter("ENABLE");
    }
  }

  private void alter(String action) throws SQLException {
    Statements.execute(
        connection, "ALTER TABLE %s %s TRIGGER %s".formatted(table, action, triggers));
  }

  @Override
  public void close() throws SQLException {
    load.close();
  }
}
