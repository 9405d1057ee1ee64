package io.calllog.domain.officer;

/** Whether an officer is at work. */
public enum OfficerStatus {
  /** At work. */
  ACTIVE,
  /** May not sign in: not yet activated, or gone. */
  INACTIVE,
  /** Away for a time; may sign in. */
  ON_LEAVE;

  /** Whether an account of this status may be used. */
  public boolean maySignIn() {
    return this != INACTIVE;
  }
}
