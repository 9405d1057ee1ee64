package io.calllog.domain.shared;

import java.util.List;
import java.util.stream.Collectors;

/** One or more invalid values. */
public final class InvalidInput extends Failure {

  @SuppressWarnings("serial") // never serialized: failures do not leave the process as objects
  private final List<Violation> violations;

  /** Creates the failure with at least one violation. */
  public InvalidInput(List<Violation> violations) {
    super(
        "invalid-input",
        violations.stream()
            .map(violation -> violation.field() + " " + violation.message())
            .collect(Collectors.joining("; ")));
    this.violations = List.copyOf(violations);
  }

  /** Creates a failure with one {@link Violation}. */
  public InvalidInput(String field, String code, String message) {
    this(List.of(new Violation(field, code, message)));
  }

  /** Returns the violations, at least one. */
  public List<Violation> violations() {
    return violations;
  }
}
