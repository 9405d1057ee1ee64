package io.calllog.rest.shared.binding;

import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.TextRules;
import io.calllog.domain.shared.Violation;
import io.calllog.rest.shared.binding.FieldType.Kind;
import io.calllog.rest.shared.binding.RecordFields.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Creates records from requests. Reports the errors of all fields in one {@link InvalidInput}
 * instead of stopping at the first one. The field of a violation is the path to the value, such as
 * {@code calls/3/durationSeconds}. Thread-safe.
 */
@Component
class RecordBinder {

  private static final Object ABSENT = new Object();
  private static final int MAX_UNKNOWN_NAME_LENGTH = 100;

  private final FieldTypes types;
  private final Map<Class<?>, RecordFields> fieldsOf = new ConcurrentHashMap<>();

  RecordBinder(FieldTypes types) {
    this.types = types;
  }

  /** The names and values in a request. */
  interface Source {

    /** All names in the request. */
    Set<String> names();

    /** The raw values of a name; empty if it is absent. A JSON null is a null element. */
    List<@Nullable Object> values(String name);

    /** The name as a part of a path to a value. */
    String path(String name);

    /**
     * Converts a raw value.
     *
     * @return a {@code String}, {@code Integer} or {@code Boolean}, depending on the kind
     * @throws InvalidInput if the raw value is of another kind
     */
    Object read(Object raw, FieldType.Kind kind, String name);

    /** Whether blank text in an optional field of this type, which allows it, is no value. */
    default boolean blankMeansNone(Class<?> type) {
      return true;
    }
  }

  RecordFields fields(Class<?> type) {
    return fieldsOf.computeIfAbsent(type, RecordFields::of);
  }

  /**
   * Creates a record.
   *
   * @throws InvalidInput with all violations
   */
  <R extends Record> R bind(Class<R> type, Source source) {
    return bind(type, source, Set.of());
  }

  /**
   * Creates a record.
   *
   * @param readOnly the names that are ignored, unless the record has them
   * @throws InvalidInput with all violations
   */
  <R extends Record> R bind(Class<R> type, Source source, Set<String> readOnly) {
    RecordFields fields = fields(type);
    return type.cast(fields.construct(values(fields, source, readOnly, false)));
  }

  /**
   * Creates a patch that changes the fields in the source.
   *
   * @param readOnly the names that are ignored, unless the record has them
   * @throws InvalidInput with all violations
   */
  <R extends Record> Patch<R> bindPatch(Class<R> type, Source source, Set<String> readOnly) {
    RecordFields fields = fields(type);
    @Nullable Object[] values = values(fields, source, readOnly, true);
    return current -> type.cast(patched(fields, current, values));
  }

  private static Object patched(RecordFields fields, Record current, @Nullable Object[] values) {
    @Nullable Object[] patched = values.clone();
    for (int i = 0; i < patched.length; i++) {
      if (patched[i] == ABSENT) {
        patched[i] = RecordFields.read(fields.fields().get(i), current);
      }
    }
    return fields.construct(patched);
  }

  private @Nullable Object[] values(
      RecordFields fields, Source source, Set<String> readOnly, boolean partial) {
    List<Violation> violations = new ArrayList<>();
    source.names().stream()
        .filter(name -> !fields.names().contains(name) && !readOnly.contains(name))
        .map(name -> unknown(source.path(name)))
        .forEach(violations::add);
    @Nullable Object[] values = new @Nullable Object[fields.fields().size()];
    for (int i = 0; i < values.length; i++) {
      Field field = fields.fields().get(i);
      boolean absent = partial && source.values(field.name()).isEmpty();
      values[i] = absent ? ABSENT : value(field, source, violations);
    }
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
    return values;
  }

  private @Nullable Object value(Field field, Source source, List<Violation> violations) {
    List<@Nullable Object> raw = source.values(field.name());
    try {
      return switch (field.shape()) {
        case SET -> set(field, raw, source);
        case LIST -> list(field, elements(field, raw), source, violations);
        case ITEMS -> items(field, elements(field, raw));
        case ONE -> one(field, field.name(), single(field, raw), source, violations);
        case GIVEN ->
            new Given<>(
                !raw.isEmpty(), one(field, field.name(), single(field, raw), source, violations));
      };
    } catch (InvalidInput e) {
      e.violations().forEach(violation -> violations.add(violation.in(field.name())));
      return null;
    }
  }

  private Set<Object> set(Field field, List<@Nullable Object> raw, Source source) {
    Set<Object> values = new LinkedHashSet<>();
    for (Object each : raw) {
      Object value = each == null ? null : parsed(field, each, source);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  /** The elements of an array. Each is read like a required field. */
  private @Nullable Object list(
      Field field, @Nullable List<?> elements, Source source, List<Violation> violations) {
    if (elements == null) {
      return null;
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      values.add(element(field, field.name() + "/" + i, elements.get(i), source, violations));
    }
    return values;
  }

  private static @Nullable List<?> elements(Field field, List<@Nullable Object> raw) {
    Object array = single(field, raw);
    if (array != null && !(array instanceof List<?>)) {
      throw new InvalidInput(field.name(), "wrong-type", "must be an array");
    }
    return (List<?>) array;
  }

  /** The elements of an array. The errors of an element do not refuse the others. */
  private @Nullable Object items(Field field, @Nullable List<?> elements) {
    if (elements == null) {
      return null;
    }
    List<BatchItem<?>> items = new ArrayList<>();
    for (Object element : elements) {
      items.add(item(field.type().asSubclass(Record.class), element));
    }
    return items;
  }

  private <R extends Record> BatchItem<R> item(Class<R> type, @Nullable Object raw) {
    if (!(raw instanceof Source source)) {
      var violation = new Violation("", "wrong-type", "must be a JSON object");
      return new BatchItem<>(null, null, List.of(violation));
    }
    UUID id = idOf(source);
    try {
      return new BatchItem<>(id, bind(type, source), List.of());
    } catch (InvalidInput e) {
      return new BatchItem<>(id, null, e.violations());
    }
  }

  private static @Nullable UUID idOf(Source source) {
    List<@Nullable Object> raw = source.values("id");
    Object only = raw.size() == 1 ? raw.getFirst() : null;
    try {
      return only == null ? null : TextValues.uuid((String) source.read(only, Kind.TEXT, "id"));
    } catch (InvalidInput _) {
      return null;
    }
  }

  private @Nullable Object element(
      Field field, String path, @Nullable Object raw, Source source, List<Violation> violations) {
    if (types.find(field.type()).isEmpty()) {
      return nested(field.type(), path, raw, violations);
    }
    try {
      if (raw == null) {
        throw new InvalidInput(path, "required", "must not be null");
      }
      return parsed(field, raw, source);
    } catch (InvalidInput e) {
      e.violations().forEach(violation -> violations.add(violation.in(path)));
      return null;
    }
  }

  private @Nullable Object one(
      Field field, String path, @Nullable Object raw, Source source, List<Violation> violations) {
    if (raw == null) {
      return null;
    }
    return types.find(field.type()).isEmpty() && field.type().isRecord()
        ? nested(field.type(), path, raw, violations)
        : parsed(field, raw, source);
  }

  private @Nullable Object nested(
      Class<?> type, String path, @Nullable Object raw, List<Violation> violations) {
    if (!(raw instanceof Source source)) {
      violations.add(new Violation(path, "wrong-type", "must be an object"));
      return null;
    }
    try {
      return bind(type.asSubclass(Record.class), source);
    } catch (InvalidInput e) {
      e.violations().forEach(v -> violations.add(v.in(path + "/" + v.field())));
      return null;
    }
  }

  private static @Nullable Object single(Field field, List<@Nullable Object> raw) {
    if (raw.size() > 1) {
      throw new InvalidInput(field.name(), "duplicate", "must be given only once");
    }
    Object value = raw.isEmpty() ? null : raw.getFirst();
    if (value == null && !field.optional()) {
      String message = raw.isEmpty() ? "is required" : "must not be null";
      throw new InvalidInput(field.name(), "required", message);
    }
    return value;
  }

  private @Nullable Object parsed(Field field, Object raw, Source source) {
    FieldType type = types.get(field.type());
    Object value = source.read(raw, type.kind(), field.name());
    boolean none =
        field.optional()
            && type.blankMeansNone()
            && source.blankMeansNone(field.type())
            && value instanceof String text
            && TextRules.isBlank(text);
    return none ? null : type.parse().apply(value);
  }

  /** The violation for an unknown name. */
  static Violation unknown(String name) {
    String shown = name.substring(0, Math.min(name.length(), MAX_UNKNOWN_NAME_LENGTH));
    return new Violation(
        shown.replaceAll("[\\p{Cc}\\p{Cs}]", "\uFFFD"),
        "unknown",
        "is not a known property or parameter");
  }
}
