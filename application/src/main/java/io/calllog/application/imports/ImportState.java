package io.calllog.application.imports;

/** The state of an import. The names are stored and used in the API: they never change. */
public enum ImportState {
  /** The file was received. */
  WAITING,
  /** Rows are being added. */
  RUNNING,
  /** All rows were read. */
  DONE,
  /** The import ended early. What was added stays. */
  FAILED,
  /** Somebody ended the import. What was added stays. */
  CANCELLED;

  /** Returns whether the import has ended. */
  public boolean isFinal() {
    return this != WAITING && this != RUNNING;
  }
}
