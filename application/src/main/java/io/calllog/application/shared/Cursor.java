package io.calllog.application.shared;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A position in a list: the sort key of the last item of a page. */
public sealed interface Cursor {

  /** A position in a list of calls ordered by start, then by id. */
  record ByStart(Instant startedAt, UUID id) implements Cursor {}

  /** A position in the audit trail, ordered by time, then by id. */
  record ByTime(Instant at, UUID id) implements Cursor {}

  /**
   * A position in a list of officers or clients ordered by name without regard to case, then by id.
   */
  record ByName(String sortName, UUID id) implements Cursor {}

  /**
   * A position in a list of clients ordered by their last call, then by id.
   *
   * @param lastCallAt the start of the last call; null, which is the earliest, without calls
   */
  record ByLastCall(@Nullable Instant lastCallAt, UUID id) implements Cursor {}

  /** A position in a list of regions ordered by path. */
  record ByPath(String path) implements Cursor {}

  /**
   * A position in the feed of changes.
   *
   * @param view a fingerprint of the database and of what the reader sees
   * @param since when the reader had everything for the last time, or began to read
   * @param sinceTransaction the end of the changes at that time
   * @param readTo the end of the changes when the last page was read
   * @param last the change at the end of the page
   */
  record ByChange(
      String view, Instant since, long sinceTransaction, long readTo, ChangePosition last)
      implements Cursor {}

  /**
   * The position of a change. Positions are ordered by their components.
   *
   * @param kind the kind of the thing, as a number
   */
  record ChangePosition(long transaction, int kind, UUID id) {

    private static final UUID NIL = new UUID(0, 0);

    /** Returns the position before all changes of a transaction. */
    public static ChangePosition before(long transaction) {
      return new ChangePosition(transaction, 0, NIL);
    }
  }
}
