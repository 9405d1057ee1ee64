package io.calllog.persistence;

import static java.util.stream.Collectors.groupingBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Metrics of what is in the database. Each node reads them with one statement every 15 seconds, so
 * that a scrape sends none. A node that cannot read them has none. Thread-safe.
 */
@Component
class DatabaseMetrics {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseMetrics.class);

  /** The value {@code transaction} is the oldest one that runs while later ones have ended. */
  private static final String READ =
      """
      SELECT 'success' AS metric, task_name AS tag, extract(epoch FROM last_success) AS value
      FROM scheduled_tasks WHERE task_instance = 'recurring' AND last_success IS NOT NULL
      UNION ALL
      SELECT 'failures', task_name, max(coalesce(consecutive_failures, 0)) FROM scheduled_tasks GROUP BY task_name
      UNION ALL
      SELECT 'wrong', '', jsonb_array_length(convert_from(task_data, 'UTF8')::jsonb -> 'wrong')
      FROM scheduled_tasks WHERE task_name = 'figures-verification'
      UNION ALL
      SELECT 'partitions', parent, 12 * extract(year FROM ahead) + extract(month FROM ahead)
      FROM (SELECT inhparent::regclass::text AS parent,
                   age(max(to_date(right(relname, 7), 'YYYY_MM')), date_trunc('month', now() AT TIME ZONE 'UTC')) AS ahead
            FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
            WHERE inhparent IN ('calls'::regclass, 'audit_log'::regclass, 'audit_personal'::regclass)
            GROUP BY inhparent) newest
      UNION ALL
      SELECT 'imports', lower(state), coalesce(extract(epoch FROM now() - min(created_at)), 0)
      FROM (VALUES ('WAITING'), ('RUNNING')) unfinished (state) LEFT JOIN imports USING (state) GROUP BY state
      UNION ALL
      SELECT 'transaction', '', pg_snapshot_xmin(snapshot)::text::numeric
      FROM pg_current_snapshot() snapshot WHERE pg_snapshot_xmin(snapshot) < pg_snapshot_xmax(snapshot)
      """;

  private record Value(String metric, String tag, double value) {}

  /** Since when the transaction has been seen. */
  private record Running(double transaction, long since) {}

  private record Gauge(MultiGauge rows, @Nullable String tag) {}

  private final JdbcClient database;
  private final LongSupplier nanoTime;
  private final Map<String, Gauge> gauges = new HashMap<>();
  private volatile Running oldest;

  @Autowired
  DatabaseMetrics(@Qualifier("systemDatabase") JdbcClient database, MeterRegistry meters) {
    this(database, meters, System::nanoTime);
  }

  DatabaseMetrics(JdbcClient database, MeterRegistry meters, LongSupplier nanoTime) {
    this.database = database;
    this.nanoTime = nanoTime;
    this.oldest = new Running(0, nanoTime.getAsLong());
    add(
        "success",
        "task",
        MultiGauge.builder("calllog.job.last.success.timestamp")
            .baseUnit("seconds")
            .description("When a recurring job last ended without a failure, since 1970"),
        meters);
    add(
        "failures",
        "task",
        MultiGauge.builder("calllog.job.failures")
            .description("Failed runs of a job since its last success"),
        meters);
    add(
        "wrong",
        null,
        MultiGauge.builder("calllog.figures.wrong")
            .baseUnit("days")
            .description("Days whose figures differed from their calls when last compared"),
        meters);
    add(
        "partitions",
        "table",
        MultiGauge.builder("calllog.partitions.ahead")
            .baseUnit("months")
            .description("Months after the current one for which a table has partitions"),
        meters);
    add(
        "imports",
        "state",
        MultiGauge.builder("calllog.imports.oldest.age")
            .baseUnit("seconds")
            .description("Time since the oldest import was sent that is not finished"),
        meters);
    TimeGauge.builder("calllog.changes.held.back", this::nanosHeldBack, TimeUnit.NANOSECONDS)
        .description("For how long one transaction has held back the feed of changes")
        .register(meters);
  }

  private void add(
      String metric, @Nullable String tag, MultiGauge.Builder gauge, MeterRegistry meters) {
    gauges.put(metric, new Gauge(gauge.register(meters), tag));
  }

  @Scheduled(fixedRate = 15, timeUnit = TimeUnit.SECONDS)
  void read() {
    List<Value> values;
    try {
      values =
          database
              .sql(READ)
              .query((row, _) ->
                  new Value(row.getString("metric"), row.getString("tag"), row.getDouble("value")))
              .list();
    } catch (DataAccessException e) { // requests log an outage
      LOG.debug("The metrics of the database could not be read", e);
      values = List.of();
    }
    Map<String, List<Value>> byMetric = values.stream().collect(groupingBy(Value::metric));
    gauges.forEach((metric, gauge) ->
        gauge.rows().register(rows(byMetric.getOrDefault(metric, List.of()), gauge.tag()), true));
    see(
        byMetric.getOrDefault("transaction", List.of()).stream()
            .mapToDouble(Value::value)
            .findAny()
            .orElse(0));
  }

  private static List<Row<?>> rows(List<Value> values, @Nullable String tag) {
    return values.stream()
        .<Row<?>>map(
            value -> Row.of(tag == null ? Tags.empty() : Tags.of(tag, value.tag()), value.value()))
        .toList();
  }

  private void see(double transaction) {
    if (transaction != oldest.transaction()) {
      oldest = new Running(transaction, nanoTime.getAsLong());
    }
  }

  private long nanosHeldBack() {
    Running running = oldest;
    return running.transaction() == 0 ? 0 : nanoTime.getAsLong() - running.since();
  }
}
