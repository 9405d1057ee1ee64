package io.calllog.application.change.port.out;

import io.calllog.application.change.view.Change;
import io.calllog.application.change.view.ChangeKind;
import io.calllog.application.change.view.Sight;
import io.calllog.application.shared.Cursor.ChangePosition;
import java.util.List;
import java.util.Set;

/**
 * Finds changes by the transaction that made them. Requires a snapshot, in which all methods see
 * the same data. Thread-safe.
 */
public interface ChangeFeed {

  /** Returns the end of the changes that can be read in this snapshot. Call this first. */
  End end();

  /**
   * Returns whether a region got another path, or was deleted from its table, at or after a
   * transaction and before the end, and the changes of these kinds do not tell the reader enough:
   * the region came into or out of sight, or its path is part of an officer, a client or a call
   * that the reader sees.
   */
  boolean movedRegions(Sight sight, Set<ChangeKind> kinds, long from, End end);

  /**
   * Returns the first changes: each visible thing that was changed, with its state in this
   * snapshot, and each thing that was visible and is not any more. Something may be removed twice.
   */
  List<Entry> read(Request request);

  /**
   * The end of the changes.
   *
   * @param database differs for each database, also for one that was restored or lost its last
   *     transactions in a failover
   * @param transaction all transactions with smaller ids have ended, and what they have committed
   *     is visible
   */
  record End(String database, long transaction) {}

  /**
   * A range of changes.
   *
   * @param after only changes after this position
   * @param removedFrom what was removed in an earlier transaction is left out
   * @param limit the maximum number of changes
   */
  record Request(
      Sight sight,
      Set<ChangeKind> kinds,
      ChangePosition after,
      long removedFrom,
      End end,
      int limit) {}

  /** A change at its position. */
  record Entry(ChangePosition position, Change change) {}
}
