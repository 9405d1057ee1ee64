package io.calllog.domain.call;

/** Who called whom. */
public enum CallType {
  /** The client called the officer. */
  INCOMING,
  /** The officer called the client. */
  OUTGOING
}
