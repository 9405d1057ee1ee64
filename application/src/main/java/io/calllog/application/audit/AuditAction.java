package io.calllog.application.audit;

/**
 * What somebody did, or tried to do. The names are kept in the trail and answered over HTTP: one
 * that is there never changes.
 */
public enum AuditAction {
  /** Somebody made an account for themselves. */
  OFFICER_REGISTERED(SubjectType.OFFICER),
  OFFICER_CREATED(SubjectType.OFFICER),
  OFFICER_CHANGED(SubjectType.OFFICER),
  OFFICER_DELETED(SubjectType.OFFICER),
  OFFICER_ERASED(SubjectType.OFFICER),
  /** A start of the system made the first administrator. */
  FIRST_ADMIN_INSTALLED(SubjectType.OFFICER),
  /** The operator made an administrator by a command. */
  ADMIN_CREATED(SubjectType.OFFICER),
  /** Somebody changed their own password. */
  PASSWORD_CHANGED(SubjectType.OFFICER),
  /** Somebody gave another officer a new password. */
  PASSWORD_RESET(SubjectType.OFFICER),
  SIGNED_IN(SubjectType.OFFICER),
  SIGNED_OUT(SubjectType.SESSION),
  /** A session was ended from elsewhere. */
  SESSION_ENDED(SubjectType.SESSION),
  /**
   * A spent refresh token was shown again, so that nobody can tell who shows it: a session ended.
   */
  REFRESH_TOKEN_REUSED(SubjectType.SESSION),
  CLIENT_CREATED(SubjectType.CLIENT),
  CLIENT_CHANGED(SubjectType.CLIENT),
  CLIENT_DELETED(SubjectType.CLIENT),
  CLIENT_ERASED(SubjectType.CLIENT),
  /** Only ever refused: of a call that was logged, the call itself tells by whom and when. */
  CALL_LOGGED(SubjectType.CALL),
  CALL_CHANGED(SubjectType.CALL),
  CALL_DELETED(SubjectType.CALL),
  /** Only ever refused: it changes nothing. */
  FIGURES_VERIFIED(SubjectType.FIGURES),
  /** The figures of a day were wrong and were counted anew. */
  FIGURES_REBUILT(SubjectType.FIGURES),
  REPORTING_ZONE_CHANGED(SubjectType.FIGURES),
  /** Only ever refused: it changes nothing. */
  AUDIT_READ(SubjectType.AUDIT),
  /**
   * What the trail knew of somebody was taken out of it; recorded by the store itself, with that
   * officer or client as the subject.
   */
  PERSONAL_VALUES_BLANKED(SubjectType.AUDIT);

  private final SubjectType subjectType;

  AuditAction(SubjectType subjectType) {
    this.subjectType = subjectType;
  }

  /** What this is done to. */
  public SubjectType subjectType() {
    return subjectType;
  }
}
