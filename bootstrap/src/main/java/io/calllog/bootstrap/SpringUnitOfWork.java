package io.calllog.bootstrap;

import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.officer.Actor;
import io.calllog.persistence.connection.BrokenConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Repeats a transaction that lost a deadlock at most twice, and translates database failures.
 *
 * <p>Reads have a transaction manager of their own, because that of JPA would open a Hibernate
 * session around statements that do not use it.
 */
final class SpringUnitOfWork implements UnitOfWork {

  private static final Logger LOG = LoggerFactory.getLogger(SpringUnitOfWork.class);

  /** Enough for a million calls at 3 Mbit/s, or at a tenth of that if they are compressed. */
  private static final Duration EXPORT = Duration.ofMinutes(15);

  private static final String SETTINGS_OF_EXPORTS =
      """
      SET LOCAL statement_timeout = 0;
      SET LOCAL idle_in_transaction_session_timeout = 0;
      SET LOCAL transaction_timeout = 0;
      SET LOCAL transaction_timeout = '%ss';
      SET LOCAL work_mem = '32MB';
      SET LOCAL plan_cache_mode = force_custom_plan
      """
          .formatted(EXPORT.toSeconds());

  private final TransactionTemplate transaction;
  private final TransactionTemplate readOnly;
  private final JdbcClient database;
  private final JdbcTemplate connections;
  private final ExportLimit exports;
  private final @Nullable ReplicaReads replica;

  /** Waits from 10 to 50 ms, so that the two transactions do not deadlock again. */
  private final RetryTemplate retry =
      new RetryTemplate(
          RetryPolicy.builder()
              .predicate(SpringUnitOfWork::lostDeadlock)
              .maxRetries(2)
              .delay(Duration.ofMillis(30))
              .jitter(Duration.ofMillis(20))
              .build());

  SpringUnitOfWork(
      PlatformTransactionManager manager,
      @Qualifier("readDataSource") DataSource dataSource,
      @Qualifier("readDatabase") JdbcClient database,
      ExportLimit exports,
      ObjectProvider<ReplicaReads> replica) {
    this.transaction = new TransactionTemplate(manager);
    this.readOnly = new TransactionTemplate(new ReadTransactions(dataSource));
    this.readOnly.setReadOnly(true);
    this.database = database;
    this.connections = new JdbcTemplate(dataSource);
    this.exports = exports;
    this.replica = replica.getIfAvailable();
  }

  @Override
  @SuppressWarnings("NullAway") // Returns the result of the work, so null only if that is null.
  public <T> T write(Supplier<T> work) {
    try {
      return retry.invoke(() -> transaction.execute(_ -> work.get()));
    } catch (RuntimeException e) {
      throw DatabaseFailures.translated(e);
    }
  }

  /**
   * The isolation level is set by one statement in the transaction. Spring would need three,
   * because it changes and resets the session.
   */
  @Override
  @SuppressWarnings("NullAway") // Returns the result of the reads, so null only if that is null.
  public <T> T snapshot(Supplier<T> reads) {
    return readOnly.execute(_ -> {
      database.sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ").update();
      return reads.get();
    });
  }

  /**
   * The speed of an export is that of its receiver, so the time limits for statements do not apply.
   * A receiver that takes nothing is given up by Tomcat, and one that is slow by the limit for the
   * transaction. PostgreSQL changes a limit that is running only after it was turned off.
   */
  @Override
  public void export(Runnable reads) {
    exports.enter();
    try {
      snapshot(() -> {
        database.sql(SETTINGS_OF_EXPORTS).update();
        connections.execute(SpringUnitOfWork::waitAsLong);
        reads.run();
        return true;
      });
    } finally {
      exports.leave();
    }
  }

  @Override
  public <T> T read(Actor reader, boolean several, Supplier<T> reads) {
    Supplier<T> work = () -> several ? snapshot(reads) : reads.get();
    return replica == null ? work.get() : replica.read(reader.id(), () -> true, work);
  }

  /** What was passed on cannot be taken back, so the reads begin only once. */
  @Override
  public void export(Actor reader, Runnable reads) {
    if (replica == null) {
      export(reads);
      return;
    }
    var begun = new AtomicBoolean();
    Runnable once =
        () -> {
          begun.set(true);
          reads.run();
        };
    replica.read(
        reader.id(),
        () -> !begun.get(),
        () -> {
          export(once);
          return true;
        });
  }

  /** The pool resets the limit when the connection is returned. */
  private static boolean waitAsLong(Connection connection) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, (int) EXPORT.plusMinutes(1).toMillis());
    return true;
  }

  private static boolean lostDeadlock(Throwable failure) {
    boolean lost = DatabaseFailures.isDeadlock(failure);
    if (lost) {
      LOG.info(
          "A transaction was rolled back because of other transactions: {}",
          NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
    }
    return lost;
  }

  private static final class ReadTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    ReadTransactions(DataSource dataSource) {
      super(dataSource);
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
      BrokenConnections.rollBack(() -> super.doRollback(status));
    }
  }
}
