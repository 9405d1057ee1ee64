package io.calllog.domain.call;

/** The outcome of a call. */
public enum CallOutcome {
  /** They spoke; nothing is left to do. */
  SUCCESSFUL,
  /** An incoming call that was not answered. */
  MISSED,
  /** They spoke; there is more to do. */
  FOLLOW_UP,
  /** An outgoing call that was not answered. */
  NO_ANSWER,
  /** The line was busy. */
  BUSY,
  /** Anything else. */
  OTHER;

  /** Returns whether officer and client spoke. */
  public boolean connected() {
    return this == SUCCESSFUL || this == FOLLOW_UP;
  }
}
