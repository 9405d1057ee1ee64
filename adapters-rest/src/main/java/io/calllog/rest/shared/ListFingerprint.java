package io.calllog.rest.shared;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells lists apart by what they are made up of: equal for equal filters and orders, on every node
 * and after each restart (hash codes are not).
 */
final class ListFingerprint {

  private ListFingerprint() {}

  static long of(Object... what) {
    String list =
        Arrays.stream(what).map(ListFingerprint::canonical).collect(Collectors.joining(";"));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(list.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java platform has SHA-256", e);
    }
  }

  private static String canonical(@Nullable Object value) {
    return switch (value) {
      case null -> "-";
      case Set<?> set -> set.stream().map(ListFingerprint::canonical).sorted().toList().toString();
      case Record fields ->
          Arrays.stream(fields.getClass().getRecordComponents())
              .map(component -> component.getName() + "=" + canonical(read(component, fields)))
              .collect(Collectors.joining(",", fields.getClass().getSimpleName() + "(", ")"));
      default -> {
        String text = value.toString();
        yield text.length() + ":" + text; // length first: no text can pass for another field
      }
    };
  }

  private static @Nullable Object read(RecordComponent component, Object fields) {
    try {
      return component.getAccessor().invoke(fields);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("Cannot read " + component, e);
    }
  }
}
