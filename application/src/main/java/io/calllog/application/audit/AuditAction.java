package io.calllog.application.audit;

/** An action. Names are stored in the audit trail and returned by the API: they never change. */
public enum AuditAction {
  /** A self-registration. */
  OFFICER_REGISTERED(SubjectType.OFFICER),
  OFFICER_CREATED(SubjectType.OFFICER),
  OFFICER_CHANGED(SubjectType.OFFICER),
  OFFICER_DELETED(SubjectType.OFFICER),
  OFFICER_RESTORED(SubjectType.OFFICER),
  /** What an officer looks after was given to another one. */
  OFFICER_HANDED_OVER(SubjectType.OFFICER),
  OFFICER_ERASED(SubjectType.OFFICER),
  /** The first administrator was created at start-up. */
  FIRST_ADMIN_INSTALLED(SubjectType.OFFICER),
  /** The operator created an administrator by a command. */
  ADMIN_CREATED(SubjectType.OFFICER),
  /** An officer changed their own password. */
  PASSWORD_CHANGED(SubjectType.OFFICER),
  /** An officer set another officer's password. */
  PASSWORD_RESET(SubjectType.OFFICER),
  SIGNED_IN(SubjectType.OFFICER),
  SIGNED_OUT(SubjectType.SESSION),
  /** A session was ended by its id. */
  SESSION_ENDED(SubjectType.SESSION),
  /** A used refresh token, possibly stolen, was presented again, so the session was ended. */
  REFRESH_TOKEN_REUSED(SubjectType.SESSION),
  CLIENT_CREATED(SubjectType.CLIENT),
  CLIENT_CHANGED(SubjectType.CLIENT),
  CLIENT_DELETED(SubjectType.CLIENT),
  /** Another client was merged into it, which was deleted. */
  CLIENT_MERGED(SubjectType.CLIENT),
  CLIENT_RESTORED(SubjectType.CLIENT),
  CLIENT_ERASED(SubjectType.CLIENT),
  /** Recorded only if refused: the call itself stores who logged it, and when. */
  CALL_LOGGED(SubjectType.CALL),
  CALL_CHANGED(SubjectType.CALL),
  CALL_DELETED(SubjectType.CALL),
  CALL_RESTORED(SubjectType.CALL),
  /** The comment was removed with the personal data of the client or the officer. */
  CALL_ERASED(SubjectType.CALL),
  /** A month older than the retention was exported and dropped, as the storage records itself. */
  CALLS_DROPPED(SubjectType.CALL),
  /** An exported month was added again, as the storage records itself. */
  CALLS_RESTORED(SubjectType.CALL),
  /** A follow-up was made, by itself or with a call. */
  FOLLOW_UP_CREATED(SubjectType.FOLLOW_UP),
  /** A follow-up was moved, given to another officer, or cancelled. */
  FOLLOW_UP_CHANGED(SubjectType.FOLLOW_UP),
  /** A call completed a follow-up. */
  FOLLOW_UP_COMPLETED(SubjectType.FOLLOW_UP),
  FOLLOW_UP_DELETED(SubjectType.FOLLOW_UP),
  REGION_CREATED(SubjectType.REGION),
  /** A region was renamed or moved, and all regions below it with it. */
  REGION_CHANGED(SubjectType.REGION),
  /** A region was deleted, and all regions below it. */
  REGION_DELETED(SubjectType.REGION),
  /** A key for machines was created, also by a command of the operator. */
  KEY_CREATED(SubjectType.KEY),
  KEY_CHANGED(SubjectType.KEY),
  KEY_REVOKED(SubjectType.KEY),
  /** A file was received, whose rows are added afterwards. */
  IMPORT_STARTED(SubjectType.IMPORT),
  IMPORT_CANCELLED(SubjectType.IMPORT),
  /** All rows of a file were read, or the import failed. */
  IMPORT_FINISHED(SubjectType.IMPORT),
  /** Recorded only if refused: it changes nothing. */
  FIGURES_VERIFIED(SubjectType.FIGURES),
  /** The figures of a day were wrong and were recomputed. */
  FIGURES_REBUILT(SubjectType.FIGURES),
  REPORTING_ZONE_CHANGED(SubjectType.FIGURES),
  /** An officer or a region was given a target, or another one. */
  TARGET_SET(SubjectType.TARGET),
  TARGET_REMOVED(SubjectType.TARGET),
  /** A command of the operator imported the tables of the Node backend. */
  NODE_IMPORTED(SubjectType.IMPORT),
  /** Recorded only if refused: it changes nothing. */
  AUDIT_READ(SubjectType.AUDIT),
  /** Personal values were removed from the audit trail, as the storage records itself. */
  PERSONAL_VALUES_BLANKED(SubjectType.AUDIT),
  /** Months older than the retention were dropped, as the storage records itself. */
  AUDIT_MONTHS_DROPPED(SubjectType.AUDIT);

  private final SubjectType subjectType;

  AuditAction(SubjectType subjectType) {
    this.subjectType = subjectType;
  }

  /** Returns the type of the objects that this action affects. */
  public SubjectType subjectType() {
    return subjectType;
  }
}
