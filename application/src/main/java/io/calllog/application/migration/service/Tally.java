package io.calllog.application.migration.service;

import io.calllog.application.migration.view.ImportCounts;
import java.util.EnumMap;
import java.util.Map;

/** Counts what becomes of the rows of a table. */
final class Tally {

  private final Map<Change, Long> changes = new EnumMap<>(Change.class);
  private long read;
  private long leftOut;
  private long deleted;
  private long missing;

  void read(int rows) {
    read += rows;
  }

  void count(Change change) {
    changes.merge(change, 1L, Long::sum);
  }

  void leftOut() {
    leftOut++;
  }

  /** A row that the Node backend no longer has. */
  void gone(boolean wasDeleted) {
    if (wasDeleted) {
      deleted++;
    } else {
      missing++;
    }
  }

  long done() {
    return read;
  }

  ImportCounts counts() {
    return new ImportCounts(
        read,
        changes.getOrDefault(Change.ADDED, 0L),
        changes.getOrDefault(Change.CHANGED, 0L),
        changes.getOrDefault(Change.UNCHANGED, 0L),
        changes.getOrDefault(Change.KEPT, 0L),
        leftOut,
        deleted,
        missing);
  }
}
