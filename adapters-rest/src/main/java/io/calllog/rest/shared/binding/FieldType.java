package io.calllog.rest.shared.binding;

import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Violation;
import io.swagger.v3.oas.models.media.Schema;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How values of one type look on the wire: which kind of JSON value, how it becomes a domain value,
 * and how the OpenAPI document describes it.
 *
 * @param kind the kind of JSON value
 * @param parse from a {@code String}, {@code Integer} or {@code Boolean}, as the kind says; throws
 *     {@link InvalidInput} for what is none
 * @param blankMeansNone whether blank text in an optional field counts as no value
 * @param schema a new description for the OpenAPI document
 */
public record FieldType(
    Kind kind, Function<Object, Object> parse, boolean blankMeansNone, Supplier<Schema<?>> schema) {

  /** The kinds of JSON value that a field can have. */
  public enum Kind {
    /** Text. */
    TEXT("text"),
    /** A number without a fraction. */
    INTEGER("an integer"),
    /** True or false. */
    BOOLEAN("true or false");

    private final String description;

    Kind(String description) {
      this.description = description;
    }

    Violation violation(String field) {
      return new Violation(field, "wrong-type", "must be " + description);
    }
  }
}
