package io.calllog.persistence.call;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the partitions of {@code calls} years before they are needed: at each start, before the
 * node serves, and once a day. That may fail for a while (a lock that is held for long, a server in
 * recovery) without harm to anybody, as long as this month and the next have theirs.
 */
@Component
class CallPartitions implements InitializingBean {

  private static final Logger LOG = LoggerFactory.getLogger(CallPartitions.class);

  private static final String THIS_MONTH_AND_NEXT_EXIST =
      """
      SELECT count(to_regclass(to_char(now() AT TIME ZONE 'UTC' + ahead, '"calls_"YYYY_MM'))) = 2
      FROM (VALUES (interval '0'), (interval '1 month')) months (ahead)
      """;

  private final JdbcClient database;

  CallPartitions(JdbcClient database) {
    this.database = database;
  }

  /**
   * Prepares the node.
   *
   * @throws IllegalStateException when calls of this month or the next could not be stored
   */
  @Override
  public void afterPropertiesSet() {
    ensure();
    if (!exist()) {
      throw new IllegalStateException(
          "Calls of this month or the next cannot be stored: their partitions are missing and could"
              + " not be made. See the error logged before this.");
    }
  }

  @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.DAYS)
  void ensure() {
    try {
      int made = database.sql("SELECT ensure_call_partitions()").query(Integer.class).single();
      if (made > 0) {
        LOG.info("Made {} partitions of calls", made);
      }
    } catch (DataAccessException e) {
      LOG.error("Could not make partitions of calls ahead; trying again in a day", e);
    }
  }

  private boolean exist() {
    return database.sql(THIS_MONTH_AND_NEXT_EXIST).query(Boolean.class).single();
  }
}
