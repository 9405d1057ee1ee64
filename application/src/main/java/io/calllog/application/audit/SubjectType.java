package io.calllog.application.audit;

/** What kind of thing something was done to. */
public enum SubjectType {
  OFFICER,
  CLIENT,
  CALL,
  /** A sign-in and everything that follows from it. */
  SESSION,
  /** The figures that are kept beside the calls. */
  FIGURES,
  /** The audit trail itself. */
  AUDIT
}
