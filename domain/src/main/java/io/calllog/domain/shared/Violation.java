package io.calllog.domain.shared;

/**
 * One thing wrong with an input.
 *
 * @param field the name of the field as the caller knows it, such as {@code durationSeconds}
 * @param code a stable kebab-case name of the rule broken, such as {@code out-of-range}
 * @param message the rule in words, shown to the caller
 */
public record Violation(String field, String code, String message) {

  /**
   * The same violation, found in a field of another name: a value that checks itself does not know
   * the field it arrived in.
   */
  public Violation in(String otherField) {
    return new Violation(otherField, code, message);
  }
}
