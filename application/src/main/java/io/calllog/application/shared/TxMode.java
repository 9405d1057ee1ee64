package io.calllog.application.shared;

/** The transaction of a use case. */
public enum TxMode {
  /** A read-write transaction. */
  WRITE,
  /** A read-only transaction. */
  READ,
  /**
   * No transaction around the use case: for slow work that must not hold a connection, such as
   * hashing, or for several transactions ({@code UnitOfWork}).
   */
  NONE
}
