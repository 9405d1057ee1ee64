package io.calllog.rest.shared.binding;

import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Violation;
import java.util.function.Function;

/**
 * How a field of one type is read.
 *
 * @param kind the kind of its JSON value
 * @param parse makes the domain value from a {@code String}, {@code Integer} or {@code Boolean},
 *     depending on the kind; throws {@link InvalidInput} if the value is not allowed
 * @param blankMeansNone whether blank text in an optional field counts as no value
 */
record FieldType(Kind kind, Function<Object, Object> parse, boolean blankMeansNone) {

  /** The kinds of JSON value that a field can have. */
  enum Kind {
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
