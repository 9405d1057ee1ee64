package io.calllog.persistence.shared;

import io.calllog.domain.shared.InvalidInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads columns as values of the domain, and writes values of the domain as columns. A stored value
 * that the domain does not accept is a defect and not the caller's bad input, so it fails with an
 * {@link IllegalStateException}.
 */
public final class Columns {

  private Columns() {}

  /** Reads a text column that is never null. */
  public static <T> T text(ResultSet row, String column, Function<String, T> value)
      throws SQLException {
    String text = row.getString(column);
    try {
      return value.apply(text);
    } catch (InvalidInput e) {
      throw new IllegalStateException("Column " + column + " contains an invalid value", e);
    }
  }

  /** Reads a text column that can be null. */
  public static <T> @Nullable T optionalText(
      ResultSet row, String column, Function<String, T> value) throws SQLException {
    return row.getString(column) == null ? null : text(row, column, value);
  }

  /** Reads an id that is never null. */
  public static <T> T id(ResultSet row, String column, Function<UUID, T> id) throws SQLException {
    return id.apply(row.getObject(column, UUID.class));
  }

  /** Reads an id that can be null. */
  public static <T> @Nullable T optionalId(ResultSet row, String column, Function<UUID, T> id)
      throws SQLException {
    UUID value = row.getObject(column, UUID.class);
    return value == null ? null : id.apply(value);
  }

  /** Returns the texts of one value of each row, as PostgreSQL reads them in an array. */
  public static <T> @Nullable String[] column(
      Collection<T> rows, Function<T, @Nullable Object> value) {
    return rows.stream()
        .map(value)
        .map(each -> each == null ? null : each.toString())
        .toArray(String[]::new);
  }
}
