package io.calllog.domain.shared;

import java.util.List;
import java.util.stream.Collectors;

/** One or more values that cannot be accepted, each with its field and the rule that it breaks. */
public final class InvalidInput extends Failure {

  @SuppressWarnings("serial") // never serialized: failures do not leave the process as objects
  private final List<Violation> violations;

  /**
   * All that is wrong with one input.
   *
   * @param violations at least one
   */
  public InvalidInput(List<Violation> violations) {
    super(
        "invalid-input",
        violations.stream()
            .map(violation -> violation.field() + " " + violation.message())
            .collect(Collectors.joining("; ")));
    this.violations = List.copyOf(violations);
  }

  /** One violation; the parameters are those of {@link Violation}. */
  public InvalidInput(String field, String code, String message) {
    this(List.of(new Violation(field, code, message)));
  }

  /** What is wrong, never empty. */
  public List<Violation> violations() {
    return violations;
  }
}
