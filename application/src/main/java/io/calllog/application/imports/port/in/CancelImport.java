package io.calllog.application.imports.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ImportId;

/** Ends an import early. */
public interface CancelImport {

  /**
   * Ends an import after the rows that are being added now. What was added stays. Does nothing if
   * the import was cancelled before.
   *
   * @throws io.calllog.domain.shared.NotFound if the actor does not see the import
   * @throws io.calllog.domain.shared.Conflict {@code import-finished}
   */
  void cancel(Caller caller, ImportId id);
}
