package io.calllog.application.audit;

import org.jspecify.annotations.Nullable;

/**
 * The change of one field, with its name in the API. Secrets are never recorded.
 *
 * @param personal whether the values are personal data, removed when the person is erased
 */
public record FieldChange(
    String field, @Nullable String from, @Nullable String to, boolean personal) {

  /** A change of a field without personal data. */
  public static FieldChange of(String field, @Nullable Object from, @Nullable Object to) {
    return new FieldChange(field, text(from), text(to), false);
  }

  /** Returns whether the values differ. */
  public boolean changes() {
    return from == null ? to != null : !from.equals(to);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
