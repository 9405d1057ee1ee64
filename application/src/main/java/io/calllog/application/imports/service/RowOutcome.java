package io.calllog.application.imports.service;

import io.calllog.application.imports.FileRow;
import io.calllog.domain.shared.Failure;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row.
 *
 * @param added whether it was added; otherwise, without a failure, it was there before
 * @param failure why it was rejected; null if it was not
 */
record RowOutcome(FileRow row, boolean added, @Nullable Failure failure) {

  static RowOutcome added(FileRow row) {
    return new RowOutcome(row, true, null);
  }

  static RowOutcome unchanged(FileRow row) {
    return new RowOutcome(row, false, null);
  }

  static RowOutcome rejected(FileRow row, Failure failure) {
    return new RowOutcome(row, false, failure);
  }
}
