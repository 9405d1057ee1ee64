package io.calllog.application.shared.port.out;

import io.calllog.domain.officer.Actor;
import java.util.function.Supplier;

/** Runs part of a use case in a transaction, in the mode {@code NONE}. Thread-safe. */
public interface UnitOfWork {

  /**
   * Runs the work in a read-write transaction, which is rolled back if the work throws. If the
   * transaction loses a deadlock, the work runs again in a new one.
   *
   * @throws io.calllog.application.shared.Unavailable if the database is not available
   */
  <T> T write(Supplier<T> work);

  /** Runs reads in a read-only transaction, in which all of them see the same data. */
  <T> T snapshot(Supplier<T> reads);

  /**
   * Runs reads whose rows are passed on one by one, in a {@link #snapshot} that lasts until the
   * client has received them, but at most some minutes.
   *
   * @throws io.calllog.application.shared.Overloaded if too many exports are in progress
   */
  default void export(Runnable reads) {
    snapshot(() -> {
      reads.run();
      return true;
    });
  }

  /**
   * Runs reads that an actor has asked for. They see everything that the actor wrote, on any node.
   * What others wrote in the last seconds may be missing. Reads in a {@link #snapshot} if there are
   * several. A single one needs no transaction: a statement sees one state of the database. The
   * reads may run twice.
   */
  default <T> T read(Actor reader, boolean several, Supplier<T> reads) {
    return several ? snapshot(reads) : reads.get();
  }

  /** Runs an {@link #export} with the reads that an actor has asked for, as {@link #read} does. */
  default void export(Actor reader, Runnable reads) {
    export(reads);
  }
}
