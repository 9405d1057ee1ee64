package io.calllog.application.imports.service;

import io.calllog.application.imports.FileRow;
import io.calllog.application.imports.RejectedRow;
import io.calllog.domain.shared.Failure;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a row.
 *
 * @param added whether the row was added. If not, and without a failure, it was there before
 * @param failure why the row was rejected; null if it was not rejected
 */
record RowOutcome(FileRow row, boolean added, @Nullable Failure failure) {

  /**
   * Adds rows one by one.
   *
   * @param add adds a row and returns true, or returns false if it was there before
   */
  static List<RowOutcome> oneByOne(List<FileRow> rows, Predicate<FileRow> add) {
    return rows.stream().map(row -> add.test(row) ? added(row) : unchanged(row)).toList();
  }

  static RowOutcome added(FileRow row) {
    return new RowOutcome(row, true, null);
  }

  static RowOutcome unchanged(FileRow row) {
    return new RowOutcome(row, false, null);
  }

  static RowOutcome rejected(FileRow row, Failure failure) {
    return new RowOutcome(row, false, failure);
  }

  /** Returns the errors of a rejected row; none if it was not rejected. */
  List<RejectedRow> errors() {
    return failure == null ? List.of() : RejectedRow.of(row, failure);
  }
}
