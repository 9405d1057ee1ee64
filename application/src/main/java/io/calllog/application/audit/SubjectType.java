package io.calllog.application.audit;

/** The type of the object of an action. */
public enum SubjectType {
  OFFICER,
  CLIENT,
  CALL,
  REGION,
  /** A key for machines. */
  KEY,
  /** An import of a file. */
  IMPORT,
  /** A sign-in session. */
  SESSION,
  /** The target of an officer or a region. */
  TARGET,
  /** The stored figures of the reports. */
  FIGURES,
  /** The audit trail itself. */
  AUDIT
}
