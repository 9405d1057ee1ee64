package io.calllog.application.imports.port.out;

import io.calllog.application.shared.ImportId;

/** Runs imports in the background. Thread-safe. */
public interface ImportQueue {

  /** Runs an import when the current transaction has committed. */
  void submit(ImportId id);
}
