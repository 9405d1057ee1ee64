package io.calllog.persistence.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The transitions of the circuit breaker, on a pool that answers as the test says. */
class GuardedDataSourceTest {

  private static final int SIZE = 16;
  private static final Connection CONNECTION = stub(Connection.class, 0);

  private final Pool pool = new Pool();
  private final GuardedDataSource guarded = new GuardedDataSource(pool);

  @Test
  void fails_at_once_after_an_outage_and_recovers_after_one_successful_request() throws Exception {
    open();
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(guarded::getConnection)
        .withMessageContaining("within the last second")
        .withRootCauseInstanceOf(ConnectException.class);
    assertThat(pool.requests).hasValue(1);

    pool.answer = () -> CONNECTION;
    awaitRequest();

    assertThat(guarded.getConnection()).isSameAs(CONNECTION);
    assertThat(pool.getMinimumIdle()).isEqualTo(SIZE);
  }

  @Test
  void lets_the_next_request_try_if_the_trial_ends_in_an_error() throws Exception {
    open();
    pool.answer =
        () -> {
          throw new StackOverflowError();
        };
    awaitRequest();

    pool.answer = () -> CONNECTION;
    assertThat(guarded.getConnection()).isSameAs(CONNECTION);
  }

  @Test
  void learns_nothing_from_a_full_pool() throws Exception {
    open();
    pool.active = SIZE;
    pool.answer =
        () -> {
          throw new SQLTransientConnectionException("timed out");
        };
    awaitRequest();
    assertThat(pool.getMinimumIdle()).as("not closed").isZero();

    pool.active = 0;
    pool.answer = () -> CONNECTION;
    assertThat(guarded.getConnection()).isSameAs(CONNECTION);
    assertThat(pool.getMinimumIdle()).isEqualTo(SIZE);
  }

  @Test
  void learns_nothing_from_an_interrupted_request() throws Exception {
    pool.answer =
        () -> {
          throw new SQLException("interrupted", new InterruptedException());
        };
    assertThatThrownBy(guarded::getConnection).hasMessage("interrupted");

    pool.answer = () -> CONNECTION;
    assertThat(guarded.getConnection()).isSameAs(CONNECTION);
  }

  private void open() {
    pool.answer = GuardedDataSourceTest::refuse;
    assertThatThrownBy(guarded::getConnection).hasRootCauseInstanceOf(ConnectException.class);
    assertThat(pool.getMinimumIdle()).isZero();
  }

  /** Requests connections until the breaker lets a request pass. */
  private void awaitRequest() {
    int before = pool.requests.get();
    await()
        .until(() -> {
          try {
            guarded.getConnection();
          } catch (SQLException | StackOverflowError _) {
            // of the breaker or of the pool
          }
          return pool.requests.get() > before;
        });
  }

  private static Connection refuse() throws SQLException {
    throw new SQLTransientConnectionException(
        "timed out", new SQLException("refused", new ConnectException()));
  }

  /** An object whose methods return a number. */
  private static <T> T stub(Class<T> type, Integer value) {
    return type.cast(
        Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, _, _) -> value));
  }

  private static final class Pool extends HikariDataSource {

    private final AtomicInteger requests = new AtomicInteger();
    private volatile Callable<Connection> answer = () -> CONNECTION;
    private volatile int active;

    Pool() {
      super.setMaximumPoolSize(SIZE);
      super.setMinimumIdle(SIZE);
    }

    @Override
    public Connection getConnection() throws SQLException {
      requests.incrementAndGet();
      try {
        return answer.call();
      } catch (SQLException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public HikariPoolMXBean getHikariPoolMXBean() {
      return stub(HikariPoolMXBean.class, active);
    }
  }
}
