package io.calllog.application.shared;

import java.time.Instant;
import java.util.UUID;

/**
 * A place in an ordered list: the sort key of the last item seen. The next page begins after it.
 */
public sealed interface Cursor {

  /**
   * A place among calls in the order of their start.
   *
   * @param startedAt of the last call seen
   * @param id of the last call seen, which settles ties
   */
  record ByStart(Instant startedAt, UUID id) implements Cursor {}

  /**
   * A place among lines of the audit trail in the order of time.
   *
   * @param at when the last one seen happened
   * @param id of the last one seen, which settles ties
   */
  record ByTime(Instant at, UUID id) implements Cursor {}

  /**
   * A place among officers or clients in the order of their names.
   *
   * @param sortName the name of the last one seen in the form that is sorted by
   * @param id of the last one seen, which settles ties
   */
  record ByName(String sortName, UUID id) implements Cursor {}
}
