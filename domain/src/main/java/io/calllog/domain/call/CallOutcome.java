package io.calllog.domain.call;

/** What came of a call. */
public enum CallOutcome {
  /** They spoke and it is done. */
  SUCCESSFUL,
  /** It came in and nobody answered. */
  MISSED,
  /** They spoke and there is more to do. */
  FOLLOW_UP,
  /** Nobody answered. */
  NO_ANSWER,
  /** The line was busy. */
  BUSY,
  /** Anything else. */
  OTHER;

  /** Whether the two spoke to each other, as all figures mean it. */
  public boolean connected() {
    return this == SUCCESSFUL || this == FOLLOW_UP;
  }
}
