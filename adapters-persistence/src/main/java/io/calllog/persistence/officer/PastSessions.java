package io.calllog.persistence.officer;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes what is left of sessions when nobody will ask for it any more: addresses are personal
 * data, and a session leaves a token every few minutes. Every node does it; what is gone is gone.
 */
@Component
class PastSessions {

  private static final Logger LOG = LoggerFactory.getLogger(PastSessions.class);

  private final JdbcClient database;

  PastSessions(JdbcClient database) {
    this.database = database;
  }

  @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void forget() {
    try {
      database
          .sql("DELETE FROM refresh_tokens WHERE spent_at < now() - interval '7 days'")
          .update();
      database
          .sql(
              """
              DELETE FROM sessions
              WHERE ended_at < now() - interval '30 days' OR expires_at < now() - interval '30 days'
              """)
          .update();
    } catch (DataAccessException e) {
      LOG.warn("Could not delete past sessions; trying again in an hour", e);
    }
  }
}
