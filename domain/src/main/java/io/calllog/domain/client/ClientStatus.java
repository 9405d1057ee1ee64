package io.calllog.domain.client;

/** The stage of the relation with a client. */
public enum ClientStatus {
  /** A potential customer. */
  LEAD,
  /** A customer. */
  ACTIVE,
  /** A former customer. */
  INACTIVE,
  /** A lead who became a customer. */
  CONVERTED
}
