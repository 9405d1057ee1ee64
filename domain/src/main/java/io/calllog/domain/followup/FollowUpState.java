package io.calllog.domain.followup;

/** The state of a follow-up. Only an open one can change. */
public enum FollowUpState {
  /** The client is still to be called. */
  OPEN,
  /** A call completed it. */
  DONE,
  /** The client will not be called. */
  CANCELLED
}
