package io.calllog.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A load with or without the triggers of {@code calls}. Foreign keys stay enabled, because their
 * triggers are system triggers.
 *
 * @param connection switches the triggers
 */
record WithTriggers(boolean triggers, Connection connection, Load load) implements Load {

  @Override
  public double run(Duration time) throws SQLException, InterruptedException {
    String table = "ALTER TABLE calls %s TRIGGER USER";
    Statements.execute(connection, table.formatted(triggers ? "ENABLE" : "DISABLE"));
    double rate = load.run(time);
    Statements.execute(connection, table.formatted("ENABLE"));
    return rate;
  }

  @Override
  public void close() throws SQLException {
    load.close();
  }
}
