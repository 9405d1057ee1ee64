package io.calllog.application.migration.view;

/** A table of the Node backend, in the order in which the tables are imported. */
public enum NodeTable {
  OFFICERS("officers"),
  CLIENTS("clients"),
  CALLS("calls");

  private final String title;

  NodeTable(String title) {
    this.title = title;
  }

  /** Returns the name in the database. */
  @Override
  public String toString() {
    return title;
  }
}
