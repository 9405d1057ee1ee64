package io.calllog.application.shared;

/** The transaction that a use case runs in. */
public enum TxMode {
  /** One transaction; all that is written is kept, or nothing is. */
  WRITE,
  /** One read-only transaction; the database refuses writes. */
  READ,
  /** None of its own: slow work, such as hashing a password, must hold no connection. */
  NONE
}
