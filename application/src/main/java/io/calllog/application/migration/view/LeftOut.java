package io.calllog.application.migration.view;

import org.jspecify.annotations.Nullable;

/**
 * Something that was not imported, and why.
 *
 * @param id the id of the row in the Node backend
 * @param column the column whose value was left out, wholly or in part; null if it is the row
 * @param reason for the operator
 * @param value the value of the column; null if it is the row
 */
public record LeftOut(
    NodeTable table, String id, @Nullable String column, String reason, @Nullable String value) {

  /** Returns whether the whole row was left out. */
  public boolean isRow() {
    return column == null;
  }
}
