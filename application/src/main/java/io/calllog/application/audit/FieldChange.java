package io.calllog.application.audit;

import org.jspecify.annotations.Nullable;

/**
 * What became of one field. Never that of a secret.
 *
 * @param field its name, as the API spells it
 * @param from its value before, as text; null when there was none
 * @param to its value afterwards, as text; null when there is none
 * @param personal whether the values say something about a person, and go when the person is erased
 */
public record FieldChange(
    String field, @Nullable String from, @Nullable String to, boolean personal) {

  /** Of a field that tells nothing about a person. */
  public static FieldChange of(String field, @Nullable Object from, @Nullable Object to) {
    return new FieldChange(field, text(from), text(to), false);
  }

  /** Whether the field has another value now. */
  public boolean changes() {
    return from == null ? to != null : !from.equals(to);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
