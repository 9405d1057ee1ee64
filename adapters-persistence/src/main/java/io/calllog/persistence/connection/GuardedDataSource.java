package io.calllog.persistence.connection;

import com.zaxxer.hikari.HikariDataSource;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
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
 * PostgreSQL therefore delays at most one request per second. A pool whose connections are all in
 * use does not open the breaker, because requests that wait can still get one. Thread-safe.
 */
final class GuardedDataSource extends DelegatingDataSource {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final HikariDataSource pool;
  private volatile int minimumIdle;
  private volatile @Nullable SQLException lastFailure;

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
    breaker.getEventPublisher().onStateTransition(event -> adjustPool(event.getStateTransition()));
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (!breaker.tryAcquirePermission()) {
      throw new SQLTransientConnectionException(
          "PostgreSQL was not available within the last second", "08001", lastFailure);
    }
    long start = System.nanoTime();
    try {
      Connection connection = pool.getConnection();
      breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      return connection;
    } catch (SQLException e) {
      if (isOutage(e)) {
        lastFailure = e;
        breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
      } else {
        breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      }
      throw e;
    } catch (RuntimeException e) {
      breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
      throw e;
    }
  }

  /** The pool reports as the cause why it could not open a connection. */
  private boolean isOutage(SQLException failure) {
    return failure.getCause() != null
        && pool.getHikariPoolMXBean().getActiveConnections() < pool.getMaximumPoolSize();
  }

  /**
   * While PostgreSQL is unavailable, the pool opens connections only for requests that wait for
   * one. To keep its minimum, it would wait up to five seconds between its attempts, and requests
   * would wait for them.
   */
  private void adjustPool(StateTransition transition) {
    if (transition == StateTransition.CLOSED_TO_OPEN) {
      minimumIdle = pool.getMinimumIdle();
      pool.setMinimumIdle(0);
    } else if (transition == StateTransition.HALF_OPEN_TO_CLOSED) {
      pool.setMinimumIdle(minimumIdle);
    }
  }
}
