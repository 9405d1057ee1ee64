package io.calllog.persistence;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds the indexes that migrations have declared with {@code CREATE INDEX … ON ONLY} a
 * partitioned table. It builds them on one partition after the other, concurrently, so that rows
 * can be written meanwhile. An interrupted build goes on at the next start. Indexes cannot be
 * unique.
 *
 * <p>This is not a migration of Flyway: Flyway holds its lock in a transaction with a snapshot, and
 * {@code CREATE INDEX CONCURRENTLY} waits for all older snapshots.
 */
final class PartitionedIndexes {

  private static final Logger LOG = LoggerFactory.getLogger(PartitionedIndexes.class);

  /**
   * PostgreSQL makes the index of the whole table valid when those of all partitions are attached.
   */
  private static final String MISSING =
      """
      SELECT declared.oid::regclass, format('%I.%I', nspname, name),
             format('CREATE INDEX CONCURRENTLY %I ON %s%s', name, partition.oid::regclass,
                    substring(pg_get_indexdef(declared.oid) FROM ' USING .*'))
      FROM pg_index
      JOIN pg_class declared ON declared.oid = indexrelid
      JOIN pg_namespace ON pg_namespace.oid = declared.relnamespace
      JOIN pg_inherits ON inhparent = indrelid
      JOIN pg_class partition ON partition.oid = inhrelid
      CROSS JOIN LATERAL (SELECT partition.relname || '_' || declared.relname) names (name)
      WHERE NOT indisvalid AND declared.relkind = 'I' AND nspname = current_schema()
        AND NOT EXISTS (
          SELECT FROM pg_inherits attached JOIN pg_index built ON built.indexrelid = attached.inhrelid
          WHERE attached.inhparent = declared.oid AND built.indrelid = partition.oid)
      ORDER BY declared.oid, partition.relname
      """;

  private record Missing(String declared, String name, String create) {}

  /**
   * Asks for a lock again. A statement that waits for a lock has a snapshot, and the build would
   * wait for it. Other statements would queue behind it.
   */
  private final RetryTemplate untilLocked =
      new RetryTemplate(
          RetryPolicy.builder()
              .maxRetries(Long.MAX_VALUE)
              .delay(Duration.ofSeconds(1))
              .predicate(PartitionedIndexes::couldNotLock)
              .build());

  private final JdbcTemplate database;
  private final TransactionTemplate transactions;
  private final JdbcTemplate turn;
  private final TransactionTemplate turns;

  PartitionedIndexes(DataSource dataSource) {
    database = new JdbcTemplate(dataSource);
    transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    var another = new DelegatingDataSource(dataSource); // so that builds are not part of a turn
    turn = new JdbcTemplate(another);
    turns = new TransactionTemplate(new DataSourceTransactionManager(another));
  }

  /**
   * Builds all that are missing. Nodes that start together take turns.
   *
   * @param history the table that a node locks while it builds
   * @throws org.springframework.core.NestedRuntimeException if building fails
   */
  void build(String history) {
    if (!missing().isEmpty()) {
      untilLocked.invoke(() ->
          turns.executeWithoutResult(_ -> {
            turn.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
            // Unlike an advisory lock of JDBC, it leaves no snapshot.
            turn.execute("LOCK TABLE \"" + history + "\" IN SHARE UPDATE EXCLUSIVE MODE NOWAIT");
            missing().forEach(this::build);
          }));
    }
  }

  private List<Missing> missing() {
    return database.query(
        MISSING, (row, _) -> new Missing(row.getString(1), row.getString(2), row.getString(3)));
  }

  private void build(Missing index) {
    LOG.info("Building {}, while rows are written", index.name());
    List<@Nullable Boolean> valid =
        database.queryForList(
            "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass(?)",
            Boolean.class,
            index.name());
    if (valid.contains(false)) {
      database.execute("DROP INDEX CONCURRENTLY " + index.name()); // building was interrupted
    }
    if (!valid.contains(true)) {
      database.execute(index.create());
    }
    untilLocked.invoke(() -> attach(index));
  }

  private void attach(Missing index) {
    transactions.executeWithoutResult(_ -> {
      database.execute("SET LOCAL lock_timeout = '500ms'");
      database.execute("ALTER INDEX " + index.declared() + " ATTACH PARTITION " + index.name());
    });
  }

  private static boolean couldNotLock(Throwable failure) {
    return failure.getCause() instanceof SQLException cause && "55P03".equals(cause.getSQLState());
  }
}
