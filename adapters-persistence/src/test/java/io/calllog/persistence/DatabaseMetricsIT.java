package io.calllog.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionOperations;

@OnPostgres
class DatabaseMetricsIT {

  private final DataSource dataSource;
  private final JdbcClient database;
  private final TransactionOperations transactions;
  private final AtomicLong nanoTime = new AtomicLong();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final DatabaseMetrics metrics;
  private final String job = "test-" + UUID.randomUUID();
  private final UUID importId = UUID.randomUUID();

  DatabaseMetricsIT(
      DataSource dataSource, JdbcClient database, TransactionOperations transactions) {
    this.dataSource = dataSource;
    this.database = database;
    this.transactions = transactions;
    this.metrics = new DatabaseMetrics(database, meters, nanoTime::get);
  }

  @AfterEach
  void delete() {
    database.sql("DELETE FROM scheduled_tasks WHERE task_name = :job").param("job", job).update();
    database.sql("DELETE FROM imports WHERE id = :id").param("id", importId).update();
  }

  @Test
  void tell_when_a_job_succeeded_and_how_often_it_has_failed_since() {
    addJob();

    metrics.read();

    assertThat(value("calllog.job.last.success.timestamp", "task", job)).isEqualTo(1_795_946_400);
    assertThat(value("calllog.job.failures", "task", job)).isEqualTo(2);
  }

  @Test
  void forget_a_job_that_is_done() {
    addJob();
    metrics.read();
    delete();

    metrics.read();

    assertThat(meters.find("calllog.job.failures").tag("task", job).gauge()).isNull();
  }

  @Test
  void tell_the_months_that_have_partitions() {
    metrics.read();

    for (String table : new String[] {"calls", "audit_log", "audit_personal"}) {
      assertThat(value("calllog.partitions.ahead", "table", table)).isGreaterThanOrEqualTo(24);
    }
  }

  @Test
  void tell_the_age_of_the_oldest_import_that_waits() {
    database
        .sql(
            """
            INSERT INTO imports (id, kind, dry_run, columns, state, rows_total, rows_read, rows_accepted,
                                 rows_unchanged, rows_rejected, created_by, created_at)
            VALUES (:id, 'calls', false, '{}', 'WAITING', 0, 0, 0, 0, 0, :id, now() - interval '20 years')
            """)
        .param("id", importId)
        .update();

    metrics.read();

    assertThat(value("calllog.imports.oldest.age", "state", "waiting"))
        .isGreaterThan((double) Duration.ofDays(7_300).toSeconds());
  }

  @Test
  void tell_for_how_long_a_transaction_has_held_back_the_feed_of_changes() {
    transactions.executeWithoutResult(_ -> {
      database.sql("SELECT pg_current_xact_id()").query().singleValue();
      Thread later = Thread.ofVirtual().start(this::commitSomething);
      join(later);
      readElsewhere();
      nanoTime.addAndGet(Duration.ofMinutes(10).toNanos());
      readElsewhere();
      assertThat(heldBack()).isEqualTo(600);
    });
    nanoTime.addAndGet(Duration.ofMinutes(10).toNanos());

    metrics.read();

    assertThat(heldBack()).isLessThan(600);
  }

  @Test
  void are_missing_while_the_database_cannot_be_read() {
    var available = new AtomicBoolean(true);
    DataSource sometimes =
        new DelegatingDataSource(dataSource) {
          @Override
          public Connection getConnection() throws SQLException {
            if (!available.get()) {
              throw new SQLException("The database is not available.", "08006");
            }
            return super.getConnection();
          }
        };
    var cutOff = new DatabaseMetrics(JdbcClient.create(sometimes), meters, nanoTime::get);
    cutOff.read();
    assertThat(meters.find("calllog.partitions.ahead").gauges()).hasSize(3);
    available.set(false);

    cutOff.read();

    assertThat(meters.find("calllog.partitions.ahead").gauges()).isEmpty();
    assertThat(heldBack()).isZero();
  }

  private void addJob() {
    database
        .sql(
            """
            INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, last_success,
                                         consecutive_failures, version)
            VALUES (:job, 'recurring', now(), false, '2026-11-29T10:00:00Z', 2, 1), (:job, 'new', now(), false, null, null, 1)
            """)
        .param("job", job)
        .update();
  }

  private void commitSomething() {
    database.sql("SELECT pg_current_xact_id()").query().singleValue();
  }

  /** In another transaction than that of the test. */
  private void readElsewhere() {
    join(Thread.ofVirtual().start(metrics::read));
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private double heldBack() {
    return meters.get("calllog.changes.held.back").timeGauge().value(TimeUnit.SECONDS);
  }

  private double value(String metric, String tag, String value) {
    return meters.get(metric).tag(tag, value).gauge().value();
  }
}
