package io.calllog.persistence.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections of the replica for reads {@link #onReplica}, and of the primary for all others. */
public final class ReadDataSource extends DelegatingDataSource {

  private static final ScopedValue<ReplicaState> ON_REPLICA = ScopedValue.newInstance();

  private final DataSource replica;

  ReadDataSource(DataSource primary, DataSource replica) {
    super(primary);
    this.replica = replica;
  }

  /** Runs reads, whose connections are to the replica. */
  static <T> T onReplica(ReplicaState state, Supplier<T> reads) {
    return ScopedValue.where(ON_REPLICA, state).call(reads::get);
  }

  /** Returns what the server has that the current thread reads from; empty if it is the primary. */
  public static Optional<ReplicaState> current() {
    return ON_REPLICA.isBound() ? Optional.of(ON_REPLICA.get()) : Optional.empty();
  }

  /** Returns how old the data may be that the current thread reads. */
  public static Duration behind() {
    return current().map(ReplicaState::behind).orElse(Duration.ZERO);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return ON_REPLICA.isBound() ? replica.getConnection() : super.getConnection();
  }
}
