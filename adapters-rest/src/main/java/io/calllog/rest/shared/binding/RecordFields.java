package io.calllog.rest.shared.binding;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.domain.shared.InvalidInput;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.beans.BeanUtils;
import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;

/**
 * The fields of a request, which are the components of a record: {@code T} is a required field,
 * {@code @Nullable T} an optional field, {@code Set<T>} a field that may be repeated. A component
 * that is itself a record is a nested object, {@code List<T>} is an array, {@code
 * List<BatchItem<T>>} is an array of objects that are read by themselves, and {@code Given<T>} is
 * an optional field that tells null from absent.
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
    LIST,
    /** An array of elements that are read by themselves. */
    ITEMS,
    /** One value, or null, or absent. */
    GIVEN
  }

  /** Reads the components of a record. */
  static RecordFields of(Class<?> type) {
    List<Field> fields =
        Arrays.stream(type.getRecordComponents()).map(RecordFields::field).toList();
    Set<String> names = fields.stream().map(Field::name).collect(Collectors.toUnmodifiableSet());
    return new RecordFields(fields, names, BeanUtils.getResolvableConstructor(type));
  }

  /** The names of the properties of responses in JSON, including those of unwrapped records. */
  static Set<String> propertiesOf(Class<?>... responses) {
    return Arrays.stream(responses)
        .flatMap(response -> Arrays.stream(response.getRecordComponents()))
        .flatMap(component ->
            component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                ? propertiesOf(component.getType()).stream()
                : Stream.of(component.getName()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Field field(RecordComponent component) {
    boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    Method accessor = component.getAccessor();
    accessor.setAccessible(true); // request records are private to their packages
    ResolvableType type = ResolvableType.forMethodReturnType(accessor);
    Class<?> element = type.getGeneric(0).toClass();
    String name = component.getName();
    if (type.toClass() == Set.class) {
      return new Field(name, element, Shape.SET, true, accessor);
    }
    if (type.toClass() == Given.class) {
      return new Field(name, element, Shape.GIVEN, true, accessor);
    }
    if (element == BatchItem.class) {
      Class<?> item = type.getGeneric(0, 0).toClass();
      return new Field(name, item, Shape.ITEMS, optional, accessor);
    }
    return type.toClass() == List.class
        ? new Field(name, element, Shape.LIST, optional, accessor)
        : new Field(name, type.toClass(), Shape.ONE, optional, accessor);
  }

  /**
   * Creates the record.
   *
   * @throws InvalidInput if the constructor throws it, because values do not fit each other
   */
  Object construct(@Nullable Object[] values) {
    try {
      return BeanUtils.instantiateClass(constructor, values);
    } catch (BeanInstantiationException e) {
      if (e.getCause() instanceof InvalidInput invalid) {
        throw invalid;
      }
      throw e;
    }
  }

  /** Reads the value of a field from a record. */
  static @Nullable Object read(Field field, Record record) {
    return ReflectionUtils.invokeMethod(field.accessor(), record);
  }
}
