package io.calllog.application.audit;

/** The result of an attempted action. */
public enum AuditOutcome {
  /** It was completed. */
  DONE,
  /** The actor lacks the permission. */
  REFUSED,
  /** The authentication failed. */
  FAILED
}
