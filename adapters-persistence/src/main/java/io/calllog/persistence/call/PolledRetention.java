package io.calllog.persistence.call;

import io.calllog.persistence.shared.Polled;
import io.calllog.persistence.shared.Times;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads every second since when calls are kept. A month is dropped a minute or more after it was
 * announced, so no node adds calls to it by then. Thread-safe.
 */
@Component
class PolledRetention implements InitializingBean, Polled {

  private final JdbcClient database;
  private volatile @Nullable Instant keptSince;

  PolledRetention(@Qualifier("systemDatabase") JdbcClient database) {
    this.database = database;
  }

  @Nullable Instant keptSince() {
    return keptSince;
  }

  @Override
  public void afterPropertiesSet() {
    refresh();
  }

  @Override
  public void refresh() {
    keptSince =
        database
            .sql("SELECT ends FROM past_months ORDER BY ends DESC LIMIT 1")
            .query((row, _) -> Times.read(row, "ends"))
            .optional()
            .orElse(null);
  }
}
