package io.calllog.rest.shared.binding;

import io.calllog.domain.shared.Change;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.TextRules;
import io.calllog.domain.shared.Violation;
import io.calllog.rest.shared.binding.RecordFields.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes records from what arrived, field by field, and notes all that is wrong instead of stopping
 * at the first. Thread-safe.
 */
@Component
class RecordBinder {

  private final FieldTypes types;
  private final Map<Class<?>, RecordFields> known = new ConcurrentHashMap<>();

  RecordBinder(FieldTypes types) {
    this.types = types;
  }

  /** What came of binding; {@code value} is null if there are violations. */
  record Bound<R>(@Nullable R value, List<Violation> violations) {}

  /** What arrived for one name: nothing, or one or more raw values. */
  interface Source {

    /** All names that arrived. */
    Set<String> names();

    /** The raw values of a name, empty if it did not arrive. Null stands for a JSON null. */
    List<@Nullable Object> values(String name);

    /**
     * Brings a raw value into the Java type of the kind.
     *
     * @return a {@code String}, {@code Integer} or {@code Boolean}
     * @throws InvalidInput if it is of another kind
     */
    Object read(Object raw, FieldType.Kind kind, String name);
  }

  RecordFields fields(Class<?> type) {
    return known.computeIfAbsent(type, RecordFields::of);
  }

  <R> Bound<R> bind(Class<R> type, Source source) {
    RecordFields fields = fields(type);
    List<Violation> violations = new ArrayList<>();
    Set<String> names = fields.names();
    source.names().stream()
        .filter(name -> !names.contains(name))
        .map(Unknown::violation)
        .forEach(violations::add);
    List<@Nullable Object> values = new ArrayList<>();
    for (Field field : fields.fields()) {
      try {
        values.add(value(field, source));
      } catch (InvalidInput e) {
        e.violations().forEach(violation -> violations.add(violation.in(field.name())));
      }
    }
    return violations.isEmpty()
        ? new Bound<>(RecordFields.construct(type, values), violations)
        : new Bound<>(null, violations);
  }

  private @Nullable Object value(Field field, Source source) {
    List<@Nullable Object> raw = source.values(field.name());
    return switch (field.shape()) {
      case SET -> set(field, raw, source);
      case CHANGE -> raw.isEmpty() ? Change.keep() : Change.to(one(field, raw, source));
      case ONE -> one(field, raw, source);
    };
  }

  private Set<Object> set(Field field, List<@Nullable Object> raw, Source source) {
    Set<Object> values = new LinkedHashSet<>();
    for (Object each : raw) {
      Object value = parsed(field, each, source);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private @Nullable Object one(Field field, List<@Nullable Object> raw, Source source) {
    if (raw.size() > 1) {
      throw new InvalidInput(field.name(), "duplicate", "must be given only once");
    }
    Object value = raw.isEmpty() ? null : parsed(field, raw.getFirst(), source);
    if (value == null && !field.optional()) {
      throw raw.isEmpty()
          ? new InvalidInput(field.name(), "required", "is required")
          : new InvalidInput(field.name(), "required", "must not be null");
    }
    return value;
  }

  private @Nullable Object parsed(Field field, @Nullable Object raw, Source source) {
    if (raw == null) {
      return null;
    }
    FieldType type = types.get(field.type());
    Object json = source.read(raw, type.kind(), field.name());
    boolean none =
        field.optional()
            && type.blankMeansNone()
            && json instanceof String text
            && TextRules.isBlank(text);
    return none ? null : type.parse().apply(json);
  }

  /** What is wrong with a name that nobody knows. */
  static final class Unknown {

    private static final int LONGEST_NAME_REPEATED = 100;

    private Unknown() {}

    static Violation violation(String name) {
      int[] shown =
          name.codePoints().limit(LONGEST_NAME_REPEATED).map(Unknown::printable).toArray();
      return new Violation(new String(shown, 0, shown.length), "unknown", "is not known here");
    }

    private static int printable(int codePoint) {
      int type = Character.getType(codePoint);
      return type == Character.CONTROL || type == Character.SURROGATE ? 0xFFFD : codePoint;
    }
  }
}
