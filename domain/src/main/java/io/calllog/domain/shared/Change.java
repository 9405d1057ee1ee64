package io.calllog.domain.shared;

import org.jspecify.annotations.Nullable;

/**
 * What a request wants to happen to one field: nothing, or a new value (null where the field may be
 * empty). Tells "not mentioned" from "set to nothing", as a JSON merge patch does (RFC 7396).
 *
 * @param <T> the type of the field
 */
public sealed interface Change<T extends @Nullable Object> {

  /** Leaves the field as it is. */
  static <T extends @Nullable Object> Change<T> keep() {
    return new Keep<>();
  }

  /** Gives the field this value. */
  static <T extends @Nullable Object> Change<T> to(T value) {
    return new To<>(value);
  }

  /** The value of the field after the change, given the value it has now. */
  T applyTo(T current);

  /** The field keeps its value. */
  record Keep<T extends @Nullable Object>() implements Change<T> {
    @Override
    public T applyTo(T current) {
      return current;
    }
  }

  /**
   * The field takes a new value.
   *
   * @param value the new value
   */
  record To<T extends @Nullable Object>(T value) implements Change<T> {
    @Override
    public T applyTo(T current) {
      return value;
    }
  }
}
