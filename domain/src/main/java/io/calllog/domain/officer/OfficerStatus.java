package io.calllog.domain.officer;

/** The status of an account. */
public enum OfficerStatus {
  /** The officer is at work. */
  ACTIVE,
  /** The officer cannot sign in: not yet activated, or deactivated. */
  INACTIVE,
  /** The officer is on leave and can sign in. */
  ON_LEAVE;

  /** Returns whether officers with this status can sign in. */
  public boolean maySignIn() {
    return this != INACTIVE;
  }
}
