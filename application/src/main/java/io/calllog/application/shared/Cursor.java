package io.calllog.application.shared;

import java.time.Instant;
import java.util.UUID;

/** A position in a list: the sort key of the last item of a page. */
public sealed interface Cursor {

  /** A position in a list of calls ordered by start, then by id. */
  record ByStart(Instant startedAt, UUID id) implements Cursor {}

  /** A position in the audit trail, ordered by time, then by id. */
  record ByTime(Instant at, UUID id) implements Cursor {}

  /** A position in a list of officers or clients ordered by name, case folded, then by id. */
  record ByName(String sortName, UUID id) implements Cursor {}

  /** A position in a list of regions ordered by path. */
  record ByPath(String path) implements Cursor {}
}
