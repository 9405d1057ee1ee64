package io.calllog.persistence.connection;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a replica is known to have. The positions in the log of the primary are remembered with
 * their times. When the replica has replayed the log up to one of them, it has everything that was
 * committed by its time. Neither the clock of the servers matters, nor whether anything is written.
 * Thread-safe.
 *
 * <p>A replica that follows another server than the primary, as may happen after a failover, is
 * ahead of it or stands still. If it was ahead, it counts only after it has moved.
 */
final class ReplicaProgress {

  /** A replica that is further behind is not read from. */
  static final Duration MAX_BEHIND = Duration.ofSeconds(5);

  /** Longer, to know how far behind a replica is that is not read from. */
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  /**
   * A position in the log.
   *
   * @param time of the node, in nanoseconds, not later than the primary was there
   */
  private record Position(long position, long time) {}

  /**
   * The primary at some moment.
   *
   * @param position the end of its log
   * @param oldestTransaction all earlier ones have ended
   * @param database changes when ids of transactions may be used again
   * @param cluster the same for a primary and its standbys
   */
  record Primary(long position, long oldestTransaction, String database, String cluster) {}

  private final Deque<Position> ahead = new ArrayDeque<>();
  private @Nullable Primary primary;
  private @Nullable Long completeUntil;
  private long replayed;
  private boolean strayed;

  /** Returns how far the replica has replayed the log. */
  synchronized long replayed() {
    return replayed;
  }

  /**
   * Notes where the primary is.
   *
   * @param time of the node before the primary was asked, in nanoseconds
   * @param replayedBefore {@link #replayed} before the primary was asked
   */
  synchronized void primaryIsAt(Primary now, long time, long replayedBefore) {
    boolean other = primary != null && !primary.database().equals(now.database());
    primary = now;
    strayed |= replayedBefore > now.position();
    if (other || strayed) {
      ahead.clear();
      completeUntil = null;
    }
    ahead.addLast(new Position(now.position(), time));
    if (time - ahead.getFirst().time() > REMEMBERED.toNanos()) {
      ahead.removeFirst();
    }
  }

  /** Notes how far the replica has replayed the log. After a restart, that may be less. */
  synchronized void replicaIsAt(long position) {
    strayed &= position == replayed;
    if (position < replayed) {
      completeUntil = null;
    }
    replayed = position;
    while (!strayed && !ahead.isEmpty() && ahead.getFirst().position() <= position) {
      completeUntil = ahead.removeFirst().time();
    }
  }

  /** Returns whether a server is, as far as known, a copy of the primary. */
  synchronized boolean isCopy(String cluster) {
    return primary == null || primary.cluster().equals(cluster);
  }

  /** Returns what the replica has at least; empty as long as that is not known. */
  synchronized Optional<ReplicaState> state() {
    return primary == null || completeUntil == null
        ? Optional.empty()
        : Optional.of(
            new ReplicaState(completeUntil, primary.oldestTransaction(), primary.database()));
  }
}
