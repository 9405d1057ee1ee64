package io.calllog.cache.analytics;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a type looks like, in a few characters: its record components with their types, and so on
 * down, and the constants of enums. Whoever changes one of them changes the version, without
 * thinking of it; so nobody reads what was written in another shape.
 */
final class ShapeVersion {

  private static final int BYTES = 8;

  private final SortedMap<String, String> shapes = new TreeMap<>();

  private ShapeVersion() {}

  /** The version of a type; equal in every process that knows the type as this one does. */
  static String of(Type type) {
    return digest(describe(type));
  }

  /** All that the version depends on. */
  static String describe(Type type) {
    ShapeVersion version = new ShapeVersion();
    version.visit(type);
    return type.getTypeName() + version.shapes;
  }

  private void visit(Type type) {
    switch (type) {
      case ParameterizedType parameterized -> {
        visit(parameterized.getRawType());
        Arrays.stream(parameterized.getActualTypeArguments()).forEach(this::visit);
      }
      case Class<?> plain when plain.isEnum() -> shapes.put(plain.getName(), constants(plain));
      case Class<?> plain when plain.isRecord() && !shapes.containsKey(plain.getName()) -> {
        shapes.put(plain.getName(), components(plain));
        for (RecordComponent component : plain.getRecordComponents()) {
          visit(component.getGenericType());
        }
      }
      default -> {} // of the JDK, or a variable whose value is visited where it is given
    }
  }

  private static String constants(Class<?> type) {
    return Arrays.stream(type.getFields())
        .filter(Field::isEnumConstant)
        .map(Field::getName)
        .collect(joining(", ", "{", "}"));
  }

  private static String components(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(component -> component.getGenericType().getTypeName() + " " + component.getName())
        .collect(joining(", ", "(", ")"));
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // each Java platform has it
    }
  }
}
