package io.calllog.application.shared;

import static java.util.stream.Collectors.joining;

import io.calllog.domain.shared.Personal;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A record component that can be read as text. A component that is a record with one component,
 * such as a name or an id, has the text of that one; a list, those of its elements with commas.
 * Thread-safe.
 */
public record FieldText(String name, boolean personal, Method accessor) {

  private static final ClassValue<List<FieldText>> FIELDS =
      new ClassValue<>() {
        @Override
        protected List<FieldText> computeValue(Class<?> type) {
          return Stream.of(type.getRecordComponents()).map(FieldText::of).toList();
        }
      };

  /** Returns the components of a record class, in their order. */
  public static List<FieldText> of(Class<? extends Record> type) {
    return FIELDS.get(type);
  }

  private static FieldText of(RecordComponent component) {
    return new FieldText(
        component.getName(),
        component.isAnnotationPresent(Personal.class),
        component.getAccessor());
  }

  /** Returns the text of this component in a record; null if the component is null. */
  public @Nullable String read(Record record) {
    try {
      return text(accessor.invoke(record));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + name, e);
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    if (value instanceof Record wrapper && of(wrapper.getClass()).size() == 1) {
      return of(wrapper.getClass()).getFirst().read(wrapper);
    }
    if (value instanceof List<?> list) {
      return list.isEmpty() ? null : list.stream().map(FieldText::text).collect(joining(", "));
    }
    return value == null ? null : value.toString();
  }
}
