package io.calllog.persistence.connection;

import com.zaxxer.hikari.HikariDataSource;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The connection pool behind a circuit breaker. If no connection could be opened, all requests for
 * a connection fail at once for one second; then a single request tries again. An outage of
 * PostgreSQL therefore delays at most one request per second. Thread-safe.
 *
 * <p>A pool whose connections are all in use does not open the breaker, because requests that wait
 * can still get one. If the network fails at such a moment, requests therefore wait for the
 * connection timeout until the driver gives up a connection in use (its {@code socketTimeout}).
 */
final class GuardedDataSource extends DelegatingDataSource {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final HikariDataSource pool;
  private @Nullable Integer minimumIdle;
  private volatile @Nullable Exception lastFailure;

  private final CircuitBreaker breaker =
      CircuitBreaker.of(
          "postgresql",
          CircuitBreakerConfig.custom()
              .slidingWindow(1, 1, SlidingWindowType.COUNT_BASED)
              .failureRateThreshold(100)
              .waitDurationInOpenState(PAUSE)
              .permittedNumberOfCallsInHalfOpenState(1)
              .build());

  GuardedDataSource(HikariDataSource pool) {
    super(pool);
    this.pool = pool;
    breaker.getEventPublisher().onStateTransition(_ -> adjustPool());
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (!breaker.tryAcquirePermission()) {
      throw new SQLTransientConnectionException(
          "PostgreSQL was not available within the last second", "08001", lastFailure);
    }
    long start = System.nanoTime();
    boolean recorded = false;
    try {
      Connection connection = pool.getConnection();
      recorded = true;
      breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      return connection;
    } catch (SQLException | RuntimeException e) {
      if (isOutage(e)) {
        recorded = true;
        lastFailure = e;
        breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
      }
      throw e;
    } finally {
      if (!recorded) { // the next request tries
        breaker.releasePermission();
      }
    }
  }

  /** Hikari reports as the cause why it could not open a connection. */
  private boolean isOutage(Exception failure) {
    if (failure instanceof RuntimeException) {
      return true; // the pool could not be started
    }
    return failure.getCause() != null
        && !(failure.getCause() instanceof InterruptedException)
        && pool.getHikariPoolMXBean().getActiveConnections() < pool.getMaximumPoolSize();
  }

  /**
   * While PostgreSQL is unavailable, the pool opens connections only for requests that wait for
   * one. To keep its minimum, it would wait up to five seconds between its attempts, and requests
   * would wait for them. Transitions may be handled in another order than they happened in, so the
   * current state counts.
   */
  private synchronized void adjustPool() {
    if (minimumIdle == null) { // Hikari sets the default when it opens the pool
      minimumIdle = pool.getMinimumIdle();
    }
    pool.setMinimumIdle(breaker.getState() == State.CLOSED ? minimumIdle : 0);
  }
}
