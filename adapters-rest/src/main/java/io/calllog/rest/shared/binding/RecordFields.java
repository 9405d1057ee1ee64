package io.calllog.rest.shared.binding;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.domain.shared.InvalidInput;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
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
 * an optional field that tells null from absent. The components of a record that is marked with
 * {@code @JsonUnwrapped} are fields of the record that it is in.
 *
 * @param fields in the order of the components
 * @param names the names of the fields
 * @param structure how the record is created from the values of its fields
 */
record RecordFields(List<Field> fields, Set<String> names, Structure structure) {

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

  /**
   * How a record is created.
   *
   * @param constructor the canonical constructor
   * @param unwrapped for each component, how it is created if it is an unwrapped record
   */
  record Structure(Constructor<?> constructor, List<Optional<Structure>> unwrapped) {

    private static Structure of(Class<?> type) {
      return new Structure(
          BeanUtils.getResolvableConstructor(type),
          Arrays.stream(type.getRecordComponents())
              .map(component ->
                  isUnwrapped(component)
                      ? Optional.of(of(component.getType()))
                      : Optional.<Structure>empty())
              .toList());
    }

    private Object create(Iterator<@Nullable Object> values) {
      @Nullable Object[] arguments = new @Nullable Object[unwrapped.size()];
      for (int i = 0; i < arguments.length; i++) {
        Structure component = unwrapped.get(i).orElse(null);
        arguments[i] = component == null ? values.next() : component.create(values);
      }
      return BeanUtils.instantiateClass(constructor, arguments);
    }
  }

  /** Reads the components of a record. */
  static RecordFields of(Class<?> type) {
    List<Field> fields = fields(type).toList();
    Set<String> names = fields.stream().map(Field::name).collect(Collectors.toUnmodifiableSet());
    return new RecordFields(fields, names, Structure.of(type));
  }

  private static Stream<Field> fields(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .flatMap(component ->
            isUnwrapped(component) ? fields(component.getType()) : Stream.of(field(component)));
  }

  private static boolean isUnwrapped(RecordComponent component) {
    return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
  }

  /** The names of the properties of responses in JSON, including those of unwrapped records. */
  static Set<String> propertiesOf(Class<?>... responses) {
    return Arrays.stream(responses)
        .flatMap(response -> Arrays.stream(response.getRecordComponents()))
        .flatMap(component ->
            isUnwrapped(component)
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
      return structure.create(Arrays.asList(values).iterator());
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
