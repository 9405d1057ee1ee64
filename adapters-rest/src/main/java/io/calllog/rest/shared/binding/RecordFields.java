package io.calllog.rest.shared.binding;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a request, which are the components of a record: {@code T} is a required field,
 * {@code @Nullable T} an optional one, {@code Set<T>} one that may be repeated. A component that is
 * itself a record is a nested object, and {@code List<T>} of a record is an array of objects.
 *
 * @param fields in the order of the components
 * @param names the names of the fields
 * @param constructor the canonical constructor
 */
record RecordFields(List<Field> fields, Set<String> names, Constructor<?> constructor) {

  /**
   * A field.
   *
   * @param type the type of one value
   * @param optional whether the field can be null or missing
   * @param accessor reads the component
   */
  record Field(String name, Class<?> type, Shape shape, boolean optional, Method accessor) {

    /** Whether a request without this field is refused. */
    boolean required() {
      return shape != Shape.SET && !optional;
    }
  }

  /** How many values a field has. */
  enum Shape {
    /** One value. */
    ONE,
    /** Any number of values, given by repeating the field. */
    SET,
    /** An array. */
    LIST
  }

  /** Reads the components of a record. */
  static RecordFields of(Class<?> type) {
    List<Field> fields =
        Arrays.stream(type.getRecordComponents()).map(RecordFields::field).toList();
    Set<String> names = fields.stream().map(Field::name).collect(Collectors.toUnmodifiableSet());
    return new RecordFields(fields, names, canonicalConstructor(type));
  }

  private static Field field(RecordComponent component) {
    AnnotatedType type = component.getAnnotatedType();
    boolean optional = type.isAnnotationPresent(Nullable.class);
    Method accessor = component.getAccessor();
    accessor.setAccessible(true); // request records are private to their packages
    String name = component.getName();
    if (component.getType() == Set.class) {
      return new Field(name, element(type), Shape.SET, true, accessor);
    }
    return component.getType() == List.class
        ? new Field(name, element(type), Shape.LIST, optional, accessor)
        : new Field(name, component.getType(), Shape.ONE, optional, accessor);
  }

  private static Class<?> element(AnnotatedType type) {
    var element =
        ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0].getType();
    return element instanceof ParameterizedType parameterized
        ? (Class<?>) parameterized.getRawType()
        : (Class<?>) element;
  }

  private static Constructor<?> canonicalConstructor(Class<?> type) {
    try {
      Class<?>[] parameters =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(parameters);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type.getName() + " is not a record", e);
    }
  }

  /** Creates the record. Its constructor must accept all values that the binder accepts. */
  Object construct(@Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot create " + constructor.getDeclaringClass(), e);
    }
  }

  /** Reads the value of a field from a record. */
  static @Nullable Object read(Field field, Record record) {
    try {
      return field.accessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + field.name(), e);
    }
  }
}
