package io.calllog.application.migration.service;

import io.calllog.application.migration.view.ImportCounts;

/** Counts what becomes of the rows of a table. */
final class Tally {

  private long read;
  private final long[] changes = new long[Change.values().length];
  private long leftOut;
  private long deleted;
  private long missing;

  void read(int rows) {
    read += rows;
  }

  void count(Change change) {
    changes[change.ordinal()]++;
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
        changes[Change.ADDED.ordinal()],
        changes[Change.CHANGED.ordinal()],
        changes[Change.UNCHANGED.ordinal()],
        changes[Change.KEPT.ordinal()],
        leftOut,
        deleted,
        missing);
  }
}
