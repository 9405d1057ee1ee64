package io.calllog.persistence.connection;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rolls back transactions whose connection may be broken. */
public final class BrokenConnections {

  private static final Logger LOG = LoggerFactory.getLogger(BrokenConnections.class);

  private BrokenConnections() {}

  /**
   * Rolls back. Ignores that the database could not: the connection is broken then, and PostgreSQL
   * rolls back by itself. Otherwise Spring would replace the failure of the statement by that of
   * the rollback, and log it with a stack trace.
   *
   * @throws RuntimeException if the rollback failed for another reason
   */
  public static void rollBack(Runnable rollback) {
    try {
      rollback.run();
    } catch (RuntimeException e) {
      if (Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
          .noneMatch(SQLException.class::isInstance)) {
        throw e;
      }
      LOG.debug("Could not roll back on a broken connection", e);
    }
  }
}
