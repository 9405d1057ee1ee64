package io.calllog.application.imports.service;

import io.calllog.application.imports.FileRow;
import io.calllog.application.shared.Caller;
import java.util.List;

/** Adds the rows of one kind. */
interface RowsOfKind {

  /** The maximum number of rows that are added in one transaction. */
  int most();

  /**
   * Adds rows in the current transaction.
   *
   * @return the outcomes in the order of the rows
   * @throws io.calllog.domain.shared.Failure if one of several rows, or the only one, cannot be
   *     added; the transaction must be rolled back
   */
  List<RowOutcome> add(Caller caller, List<String> columns, List<FileRow> rows);
}
