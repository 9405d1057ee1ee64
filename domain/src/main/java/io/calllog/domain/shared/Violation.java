package io.calllog.domain.shared;

/**
 * A rule that an input value breaks.
 *
 * @param field the name of the field in the API, such as {@code durationSeconds}
 * @param code a stable code in kebab-case, such as {@code out-of-range}
 * @param message the rule, shown to the caller
 */
public record Violation(String field, String code, String message) {

  /** Returns the same violation for another field. A value does not know the field it came from. */
  public Violation in(String otherField) {
    return new Violation(otherField, code, message);
  }
}
