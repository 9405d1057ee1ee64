package io.calllog.persistence.partition;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.calllog.persistence.partition.CallExport.Written;
import io.calllog.persistence.shared.Times;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Exports months of calls that are older than the retention, and drops them (ADR 0046). A run
 * announces the months, and a later run exports and drops them, so that no node adds calls to a
 * month that is being exported.
 */
@Component
@EnableConfigurationProperties(RetentionSettings.class)
class PastMonths {

  private static final Logger LOG = LoggerFactory.getLogger(PastMonths.class);

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private static final String NO_TIME_LIMITS =
      """
      SET LOCAL statement_timeout = 0;
      SET LOCAL transaction_timeout = 0;
      SET LOCAL idle_in_transaction_session_timeout = 0
      """;

  /** Repeats a drop that could not lock a table. Only exports read for longer than this takes. */
  private final RetryTemplate retry =
      new RetryTemplate(
          RetryPolicy.builder()
              .predicate(PastMonths::couldNotLock)
              .maxRetries(5)
              .delay(Duration.ofSeconds(3))
              .build());

  private final JdbcClient database;
  private final JdbcTemplate connections;
  private final TransactionTemplate transactions;
  private final RetentionSettings settings;
  private final InstantSource clock;

  PastMonths(
      JdbcTemplate connections,
      PlatformTransactionManager transactions,
      RetentionSettings settings,
      InstantSource clock) {
    this.database = JdbcClient.create(connections);
    this.connections = connections;
    this.transactions = new TransactionTemplate(transactions);
    this.settings = settings;
    this.clock = clock;
  }

  @Bean
  RecurringTask<Void> pastCallsJob() {
    return Tasks.recurring("past-calls", FixedDelay.ofHours(1))
        .execute((_, context) -> run(() -> context.getSchedulerState().isShuttingDown()));
  }

  /** Announces months, and drops those of an earlier run. Stops between two if the node stops. */
  void run(BooleanSupplier stopping) {
    Integer months = settings.months();
    Path directory = settings.directory();
    if (months == null || directory == null) {
      if (hasAnnounced()) {
        announce(null);
      }
      return;
    }
    Instant keptSince = MonthlyPartitions.oldestMonth(clock.instant(), Period.ofMonths(months));
    int added = announce(keptSince);
    if (added > 0) {
      LOG.warn(
          "The calls before {} are not kept: {} months will be exported and dropped at the next run"
              + " of this job. To prevent that, increase calllog.retention.months and restart all"
              + " nodes",
          keptSince,
          added);
    }
    for (Month month : announced()) {
      if (stopping.getAsBoolean()) {
        return;
      }
      Written written = export(month, new CallExport(directory));
      retry.invoke(() -> drop(month, written));
      LOG.info(
          "Exported the {} calls of {} to {} and dropped them",
          written.rows(),
          month.partition(),
          directory.resolve(written.file()));
    }
  }

  /**
   * A partition to drop.
   *
   * @param ends when the next one starts
   */
  record Month(String partition, Instant ends) {}

  private boolean hasAnnounced() {
    return database
        .sql("SELECT EXISTS (SELECT FROM past_months WHERE dropped_at IS NULL)")
        .query(Boolean.class)
        .single();
  }

  /** Returns the number of months that were not announced before. */
  private int announce(@Nullable Instant keptSince) {
    return database
        .sql("SELECT announce_past_months(cast(:before AS timestamptz))")
        .param(
            "before",
            keptSince == null ? null : Times.parameter(keptSince),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .query(Integer.class)
        .single();
  }

  private List<Month> announced() {
    return database
        .sql(
            """
            SELECT partition, ends FROM past_months
            WHERE dropped_at IS NULL AND announced_at < now() - interval '1 minute'
            ORDER BY ends
            """)
        .query((row, _) -> new Month(row.getString("partition"), Times.read(row, "ends")))
        .list();
  }

  @SuppressWarnings("NullAway") // the result of the work, which is never null
  private Written export(Month month, CallExport export) {
    return transactions.execute(_ -> {
      database.sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY").update();
      removeTimeLimits();
      return connections.execute((Connection connection) -> export.write(month, connection));
    });
  }

  private void drop(Month month, Written written) {
    transactions.executeWithoutResult(_ -> {
      removeTimeLimits();
      database
          .sql(
              """
              SELECT drop_past_month(:name, :rows, cast(cast(:lastChange AS text) AS xid8), :file, :sha256)
              """)
          .param("name", month.partition())
          .param("rows", written.rows())
          .param("lastChange", written.lastChange())
          .param("file", written.file())
          .param("sha256", written.sha256())
          .query((row, _) -> true)
          .list();
    });
  }

  private static boolean couldNotLock(Throwable failure) {
    return failure.getCause() instanceof SQLException cause
        && LOCK_NOT_AVAILABLE.equals(cause.getSQLState());
  }

  /** Removes those of the server and of the driver, for the current transaction. */
  private void removeTimeLimits() {
    database.sql(NO_TIME_LIMITS).update();
    connections.execute((Connection connection) -> {
      connection.setNetworkTimeout(Runnable::run, 0); // the pool resets it
      return true;
    });
  }
}
