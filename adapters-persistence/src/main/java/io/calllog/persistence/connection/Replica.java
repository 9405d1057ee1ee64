package io.calllog.persistence.connection;

import io.calllog.persistence.connection.ReplicaProgress.Primary;
import io.calllog.persistence.shared.Polled;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * The streaming replica of {@code calllog.replica.url} (ADR 0044). The watch of its pool asks five
 * times a second how far it is, and this class asks the primary every second. Thread-safe.
 */
public final class Replica implements Polled {

  private static final Logger LOG = LoggerFactory.getLogger(Replica.class);

  /** A server that is no standby of the primary is as good as none. */
  private static final String CONNECTION_REJECTED = "08004";

  /** A shorter delay is not logged. There is one poll a second. */
  private static final int LOGGED_AFTER_POLLS = 5;

  private final JdbcClient primary;
  private final BooleanSupplier available;
  private final ReplicaProgress progress;

  /** The number of polls in a row that found the replica too far behind. */
  private int pollsBehind;

  /**
   * Creates a replica.
   *
   * @param primary the connection is not one of those that reads use
   * @param available whether the replica answered when it was asked last
   */
  Replica(
      JdbcClient primary,
      BooleanSupplier available,
      ReplicaProgress progress,
      MeterRegistry meters) {
    this.primary = primary;
    this.available = available;
    this.progress = progress;
    TimeGauge.builder("calllog.replica.behind", this::secondsBehind, TimeUnit.SECONDS)
        .description("How old the data of the replica may be; NaN if that is not known")
        .register(meters);
  }

  private double secondsBehind() {
    return progress.state().map(state -> state.behind().toNanos() / 1e9).orElse(Double.NaN);
  }

  /** Returns what the replica has; empty if it is away or more than five seconds behind. */
  public Optional<ReplicaState> state() {
    return isAvailable()
        ? progress
            .state()
            .filter(state -> state.behind().compareTo(ReplicaProgress.MAX_BEHIND) <= 0)
        : Optional.empty();
  }

  /** Returns whether the replica answered when it was asked last. Does not wait. */
  public boolean isAvailable() {
    return available.getAsBoolean();
  }

  /** Returns how far behind the replica may be when it is read from. */
  public static Duration maxBehind() {
    return ReplicaProgress.MAX_BEHIND;
  }

  /** Runs reads with {@code readDatabase} on the replica. */
  public <T> T read(ReplicaState state, Supplier<T> reads) {
    return ReadDataSource.onReplica(state, reads);
  }

  /** Asks the primary. If it does not answer, what is known grows old. */
  @Override
  public void refresh() {
    long replayed = progress.replayed();
    long time = System.nanoTime();
    try {
      progress.primaryIsAt(
          primary
              .sql(ServerQueries.PRIMARY)
              .query((row, _) ->
                  new Primary(
                      row.getLong("position"),
                      Long.parseLong(row.getString("oldest")),
                      row.getString("database"),
                      row.getString("cluster")))
              .single(),
          time,
          replayed);
    } catch (DataAccessException | TransactionException e) {
      LOG.debug("The primary did not say where it is", e);
    }
    logDelay();
  }

  private void logDelay() {
    if (state().isPresent()) {
      if (pollsBehind >= LOGGED_AFTER_POLLS) {
        LOG.info("The replica has caught up. Lists and reports are read from it again");
      }
      pollsBehind = 0;
    } else if (isAvailable() && ++pollsBehind == LOGGED_AFTER_POLLS) {
      LOG.warn(
          "The replica is more than {} s behind the primary. Until it has caught up, nothing is read"
              + " from it",
          ReplicaProgress.MAX_BEHIND.toSeconds());
    }
  }

  /** The question of the watch. */
  static void ask(Connection replica, ReplicaProgress progress) throws SQLException {
    try (var statement = replica.createStatement();
        var row = statement.executeQuery(ServerQueries.REPLICA)) {
      row.next();
      if (!row.getBoolean("standby") || !progress.isCopy(row.getString("cluster"))) {
        throw new SQLException(
            "The server of calllog.replica.url is not a standby of that of spring.datasource.url",
            CONNECTION_REJECTED);
      }
      progress.replicaIsAt(row.getLong("position"));
    }
  }
}
