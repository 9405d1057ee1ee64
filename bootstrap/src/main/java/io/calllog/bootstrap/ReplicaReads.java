package io.calllog.bootstrap;

import io.calllog.application.shared.Unavailable;
import io.calllog.cache.replica.RecentWrites;
import io.calllog.domain.officer.ActorId;
import io.calllog.persistence.connection.Replica;
import io.calllog.persistence.connection.ReplicaState;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * Decides whether the replica or the primary answers a read (ADR 0044). The replica does if it has
 * everything that the reader may have written. If it refuses or fails, the primary is asked.
 * Thread-safe.
 */
final class ReplicaReads {

  private static final Logger LOG = LoggerFactory.getLogger(ReplicaReads.class);

  private final Replica replica;
  private final RecentWrites writes;
  private final MeterRegistry meters;

  ReplicaReads(Replica replica, RecentWrites writes, MeterRegistry meters) {
    this.replica = replica;
    this.writes = writes;
    this.meters = meters;
  }

  /**
   * Runs reads on one of the servers.
   *
   * @param repeatable whether the reads may still run once more
   */
  <T> T read(ActorId reader, BooleanSupplier repeatable, Supplier<T> reads) {
    Optional<ReplicaState> state = replica.state();
    if (state.isEmpty()) {
      count("primary", replica.isAvailable() ? "behind" : "away");
      return reads.get();
    }
    if (writes.mayHaveWrittenWithin(reader, state.get()::behind)) {
      count("primary", "wrote");
      return reads.get();
    }
    try {
      T result = replica.read(state.get(), reads);
      count("replica", "current");
      return result;
    } catch (RuntimeException e) {
      if (!repeatable.getAsBoolean()) {
        // A conflict with the replay is no lost race of the reader.
        throw DatabaseFailures.isDeadlock(e) ? new Unavailable(e) : e;
      }
      if (DatabaseFailures.isOverload(e)) {
        throw e;
      }
      LOG.debug(
          "The primary repeats a read of the replica: {}",
          NestedExceptionUtils.getMostSpecificCause(e).toString());
    }
    count("primary", "repeated");
    return reads.get();
  }

  private void count(String server, String reason) {
    meters.counter("calllog.reads", "server", server, "reason", reason).increment();
  }
}
