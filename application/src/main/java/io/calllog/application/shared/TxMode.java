package io.calllog.application.shared;

/** The transaction of a use case. */
public enum TxMode {
  /** A read-write transaction. */
  WRITE,
  /**
   * No transaction around the use case: for reads, which are one statement or run in a snapshot
   * ({@code UnitOfWork}), for slow work that must not hold a connection, such as hashing, or for
   * several transactions.
   */
  NONE
}
