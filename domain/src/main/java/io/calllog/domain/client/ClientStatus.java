package io.calllog.domain.client;

/** How far the relation with a client has come. */
public enum ClientStatus {
  /** Somebody who may become a customer. */
  LEAD,
  /** A customer. */
  ACTIVE,
  /** Nobody who is called any more. */
  INACTIVE,
  /** A lead who became a customer. */
  CONVERTED
}
