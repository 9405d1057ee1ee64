package io.calllog.persistence.auth;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.calllog.application.auth.session.TokenLifetimes;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes old sessions and refresh tokens, because addresses are personal data and a session uses a
 * new token every few minutes. An unused token expires after its lifetime. A used token is kept for
 * that time after its first use: using it again must end the session.
 */
@Component
class PastSessions {

  /** Maximum number of rows per statement, so that no statement takes long. */
  private static final int BATCH = 10_000;

  private final JdbcClient database;
  private final Map<String, Object> parameters;

  PastSessions(JdbcClient database, TokenLifetimes lifetimes) {
    this.database = database;
    this.parameters = Map.of("lifetime", lifetimes.refresh().toSeconds(), "batch", BATCH);
  }

  @Bean
  RecurringTask<Void> pastSessionsJob() {
    return Tasks.recurring("past-sessions", FixedDelay.ofHours(1)).execute((_, _) -> forget());
  }

  void forget() {
    delete(
        """
        DELETE FROM refresh_tokens WHERE hash IN (
            SELECT hash FROM refresh_tokens WHERE spent_at < now() - make_interval(secs => :lifetime) LIMIT :batch)
        """);
    delete(
        """
        DELETE FROM refresh_tokens WHERE hash IN (
            SELECT hash FROM refresh_tokens
            WHERE spent_at IS NULL AND issued_at < now() - make_interval(secs => :lifetime) LIMIT :batch)
        """);
    delete(
        """
        DELETE FROM sessions WHERE id IN (
            SELECT id FROM sessions WHERE ended_at < now() - interval '30 days'
            UNION ALL
            SELECT id FROM sessions WHERE expires_at < now() - interval '30 days' LIMIT :batch)
        """);
  }

  private void delete(String sql) {
    int deleted;
    do {
      deleted = database.sql(sql).params(parameters).update();
    } while (deleted == BATCH);
  }
}
