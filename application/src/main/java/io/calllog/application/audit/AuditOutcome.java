package io.calllog.application.audit;

/** What became of what somebody tried. */
public enum AuditOutcome {
  /** It happened. */
  DONE,
  /** They may not do this. */
  REFUSED,
  /** They could not show who they are. */
  FAILED
}
