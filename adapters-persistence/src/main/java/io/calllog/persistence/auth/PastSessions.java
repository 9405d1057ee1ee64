package io.calllog.persistence.auth;

import io.calllog.application.auth.session.TokenLifetimes;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes what is left of sessions when nobody will ask for it any more: addresses are personal
 * data, and a session leaves a token every few minutes. A spent token is remembered for as long as
 * it would have been good: who shows it within that time must end the session. Every node does it;
 * what is gone is gone.
 */
@Component
class PastSessions {

  private static final Logger LOG = LoggerFactory.getLogger(PastSessions.class);

  /** Rows that are deleted at a time, so that no statement takes long however many there are. */
  private static final int BATCH = 10_000;

  private final JdbcClient database;
  private final Map<String, Object> parameters;

  PastSessions(JdbcClient database, TokenLifetimes lifetimes) {
    this.database = database;
    this.parameters = Map.of("lifetime", lifetimes.refresh().toSeconds(), "batch", BATCH);
  }

  @Scheduled(initialDelay = 1, fixedRate = 1, timeUnit = TimeUnit.HOURS)
  void forget() {
    try {
      delete(
          """
          DELETE FROM refresh_tokens WHERE hash IN (
              SELECT hash FROM refresh_tokens WHERE spent_at < now() - make_interval(secs => :lifetime) LIMIT :batch)
          """);
      delete(
          """
          DELETE FROM sessions WHERE id IN (
              SELECT id FROM sessions WHERE ended_at < now() - interval '30 days'
              UNION ALL
              SELECT id FROM sessions WHERE expires_at < now() - interval '30 days' LIMIT :batch)
          """);
    } catch (DataAccessException e) {
      LOG.warn("Could not delete past sessions. The next attempt is in one hour.", e);
    }
  }

  private void delete(String sql) {
    int deleted;
    do {
      deleted = database.sql(sql).params(parameters).update();
    } while (deleted == BATCH);
  }
}
