package io.calllog.domain.call;

/** The direction of a call. */
public enum CallType {
  /** The client called the officer. */
  INCOMING,
  /** The officer called the client. */
  OUTGOING
}
