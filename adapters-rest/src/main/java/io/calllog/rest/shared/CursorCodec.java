package io.calllog.rest.shared;

import io.calllog.application.shared.Cursor;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.domain.shared.TextRules;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes places in lists as opaque text, together with the fingerprint of the list, and reads them
 * back. A cursor carries no authority: whoever makes one up sees no more than without it.
 */
final class CursorCodec {

  private static final byte BY_START = 1;
  private static final byte BY_NAME = 2;
  private static final byte BY_TIME = 3;
  private static final int LONGEST = 2_000;

  /** What times in lists can be; others are made up. */
  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private CursorCodec() {}

  static String write(Cursor cursor, long list) {
    byte[] name =
        cursor instanceof ByName n ? n.sortName().getBytes(StandardCharsets.UTF_8) : new byte[0];
    ByteBuffer buffer = ByteBuffer.allocate(1 + 8 + 16 + 12 + name.length);
    switch (cursor) {
      case ByStart start -> {
        putHead(buffer, BY_START, list, start.id());
        putTime(buffer, start.startedAt());
      }
      case ByTime time -> {
        putHead(buffer, BY_TIME, list, time.id());
        putTime(buffer, time.at());
      }
      case ByName place -> {
        putHead(buffer, BY_NAME, list, place.id());
        buffer.put(name);
      }
    }
    buffer.flip();
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * The place that the text stands for; empty if it is none, one of another list, or not spelled as
   * {@link #write} spells it.
   */
  static Optional<Cursor> read(String text, long list) {
    return text.length() > LONGEST
        ? Optional.empty()
        : place(text, list).filter(cursor -> write(cursor, list).equals(text));
  }

  private static Optional<Cursor> place(String text, long list) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      byte kind = buffer.get();
      if (buffer.getLong() != list) {
        return Optional.empty();
      }
      UUID id = new UUID(buffer.getLong(), buffer.getLong());
      return switch (kind) {
        case BY_START -> time(buffer).map(time -> new ByStart(time, id));
        case BY_TIME -> time(buffer).map(time -> new ByTime(time, id));
        case BY_NAME -> sortName(buffer).map(name -> new ByName(name, id));
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException
        | BufferUnderflowException
        | ArithmeticException
        | DateTimeException
        | CharacterCodingException _) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> time(ByteBuffer buffer) {
    Instant time = Instant.ofEpochSecond(buffer.getLong(), buffer.getInt());
    return Optional.of(time).filter(t -> !t.isBefore(EARLIEST) && t.isBefore(LATEST));
  }

  private static Optional<String> sortName(ByteBuffer buffer) throws CharacterCodingException {
    return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(buffer).toString())
        .filter(name -> !TextRules.hasControlCharacter(name));
  }

  private static void putTime(ByteBuffer buffer, Instant time) {
    buffer.putLong(time.getEpochSecond());
    buffer.putInt(time.getNano());
  }

  private static void putHead(ByteBuffer buffer, byte kind, long list, UUID id) {
    buffer
        .put(kind)
        .putLong(list)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits());
  }
}
