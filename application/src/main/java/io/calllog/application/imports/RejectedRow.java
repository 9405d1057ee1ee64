package io.calllog.application.imports;

import io.calllog.domain.shared.Failure;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error of a row that was not added.
 *
 * @param column the column with the error; null if it is about the whole row
 * @param code the code of the error, as in answers of the API
 */
public record RejectedRow(FileRow row, @Nullable String column, String code, String message) {

  /** Returns the errors of a row, at least one. */
  public static List<RejectedRow> of(FileRow row, Failure failure) {
    return failure instanceof InvalidInput invalid
        ? invalid.violations().stream().map(violation -> of(row, violation)).toList()
        : List.of(new RejectedRow(row, null, failure.code(), failure.detail()));
  }

  private static RejectedRow of(FileRow row, Violation violation) {
    String column = violation.field().isEmpty() ? null : violation.field();
    return new RejectedRow(row, column, violation.code(), violation.message());
  }
}
