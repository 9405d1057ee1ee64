package io.calllog.application.change.view;

/** The kinds of things whose changes are read, in the order within one transaction. */
public enum ChangeKind {
  /** Regions. */
  REGION,
  /** Officers. */
  OFFICER,
  /** Clients. */
  CLIENT,
  /** Calls. */
  CALL
}
