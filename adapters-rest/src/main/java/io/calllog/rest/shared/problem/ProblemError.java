package io.calllog.rest.shared.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.calllog.domain.shared.Violation;
import org.jspecify.annotations.Nullable;

/**
 * One error in a request.
 *
 * @param pointer a JSON pointer (RFC 6901) to the property of the body, empty for the whole body;
 *     null if the error is not in the body
 * @param parameter the name of the query parameter, path variable or header; null if the error is
 *     in the body
 * @param code the rule, in kebab case
 * @param message the rule in words
 */
@JsonInclude(Include.NON_NULL)
public record ProblemError(
    @Nullable String pointer, @Nullable String parameter, String code, String message) {

  /** A violation in the body; its field is the path to the value. */
  public static ProblemError inBody(Violation violation) {
    String field = violation.field();
    return new ProblemError(
        field.isEmpty() ? "" : "/" + field, null, violation.code(), violation.message());
  }

  /** A violation in the query, in a path variable or in a header. */
  public static ProblemError inParameter(Violation violation) {
    return new ProblemError(null, violation.field(), violation.code(), violation.message());
  }
}
