package io.calllog.persistence.connection;

import java.time.Duration;

/**
 * What a replica has.
 *
 * @param completeUntil it has everything that was committed by this time of the node, in
 *     nanoseconds ({@link System#nanoTime})
 * @param oldestTransaction on the primary, all earlier ones have ended
 * @param database identifies the database of the primary, see {@link ServerQueries#DATABASE}
 */
public record ReplicaState(long completeUntil, long oldestTransaction, String database) {

  /** Returns how old the data of the replica may be. */
  public Duration behind() {
    return Duration.ofNanos(System.nanoTime() - completeUntil);
  }
}
