package io.calllog.persistence.shared;

/** Something in the memory of this node that other nodes change in the database. */
public interface Polled {

  /** Reads what has changed. Called every second. */
  void refresh();
}
