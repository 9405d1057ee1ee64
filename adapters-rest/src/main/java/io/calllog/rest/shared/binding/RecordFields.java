package io.calllog.rest.shared.binding;

import io.calllog.domain.shared.Change;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * What a record of a request's fields asks for, read from its components: {@code T} is a required
 * field, {@code @Nullable T} an optional one, {@code Change<T>} one of a merge patch that cannot be
 * removed, {@code Change<@Nullable T>} one that can, and {@code Set<T>} one that may be repeated.
 *
 * @param fields in the order of the components
 */
public record RecordFields(List<Field> fields) {

  /** The media type of merge patches (RFC 7396). */
  public static final MediaType MERGE_PATCH = MediaType.valueOf("application/merge-patch+json");

  /** What a body with these fields comes as: with {@code Change} fields it is a merge patch. */
  public MediaType mediaType() {
    return fields.stream().anyMatch(field -> field.shape() == Shape.CHANGE)
        ? MERGE_PATCH
        : MediaType.APPLICATION_JSON;
  }

  /** Reads the components of a record. */
  public static RecordFields of(Class<?> type) {
    return new RecordFields(
        Arrays.stream(type.getRecordComponents()).map(RecordFields::field).toList());
  }

  /** The names of all fields. */
  public Set<String> names() {
    return fields.stream().map(Field::name).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * One field.
   *
   * @param name as on the wire
   * @param type of one value
   * @param shape how often and how it may be given
   * @param optional whether it may be null: left out, or in a merge patch removed
   */
  public record Field(String name, Class<?> type, Shape shape, boolean optional) {

    /** Whether a request without this field is refused. */
    public boolean required() {
      return shape == Shape.ONE && !optional;
    }
  }

  /** How often and how a field may be given. */
  public enum Shape {
    /** Once. */
    ONE,
    /** Any number of times. */
    SET,
    /** As part of a merge patch. */
    CHANGE
  }

  private static Field field(RecordComponent component) {
    AnnotatedType type = component.getAnnotatedType();
    if (component.getType() == Change.class) {
      AnnotatedType argument = argument(type);
      return new Field(component.getName(), rawClass(argument), Shape.CHANGE, isNullable(argument));
    }
    if (component.getType() == Set.class) {
      return new Field(component.getName(), rawClass(argument(type)), Shape.SET, true);
    }
    return new Field(component.getName(), component.getType(), Shape.ONE, isNullable(type));
  }

  private static AnnotatedType argument(AnnotatedType type) {
    return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0];
  }

  private static Class<?> rawClass(AnnotatedType type) {
    return type.getType() instanceof ParameterizedType parameterized
        ? (Class<?>) parameterized.getRawType()
        : (Class<?>) type.getType();
  }

  private static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  /** Makes the record from the values of its components; its constructor must not refuse them. */
  static <R> R construct(Class<R> type, List<@Nullable Object> values) {
    try {
      Class<?>[] parameters =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      Constructor<R> constructor = type.getDeclaredConstructor(parameters);
      constructor.setAccessible(true); // request records are private to their packages
      return constructor.newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make a " + type.getName(), e);
    }
  }
}
