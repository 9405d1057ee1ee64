package io.calllog.rest.shared;

import io.calllog.application.change.view.ChangeKind;
import io.calllog.application.shared.Cursor;
import io.calllog.application.shared.Cursor.ByChange;
import io.calllog.application.shared.Cursor.ByLastCall;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Cursor.ByPath;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Cursor.ChangePosition;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.RegionPath;
import io.calllog.domain.shared.TextRules;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes cursors as opaque text, together with the fingerprint of their list, and reads them back.
 * A cursor grants no access: a forged one shows no more than the list without a cursor.
 */
final class CursorCodec {

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private CursorCodec() {}

  /** The cursor as text that needs no encoding in a query. */
  static String write(Cursor cursor, String list) {
    String text =
        switch (cursor) {
          case ByStart(Instant start, UUID id) -> "S|%s|%s|%s".formatted(list, id, start);
          case ByTime(Instant time, UUID id) -> "T|%s|%s|%s".formatted(list, id, time);
          case ByName(String name, UUID id) -> "N|%s|%s|%s".formatted(list, id, name);
          case ByLastCall(var time, UUID id) ->
              "L|%s|%s|%s".formatted(list, id, time == null ? "" : time);
          case ByPath(String path) -> "P|%s|%s".formatted(list, path);
          case ByChange(var view, var since, var from, var to, var last) ->
              "C|%s|%s|%s|%s|%s|%s|%s|%s"
                  .formatted(
                      list, last.id(), view, since, from, to, last.transaction(), last.kind());
        };
    return ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The cursor, or empty if the text was not written by {@link #write} for the same list. */
  static Optional<Cursor> read(String text, String list) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\\|", 3);
      return parts.length < 3
          ? Optional.empty()
          : Optional.of(cursor(parts[0], parts[2]))
              .filter(cursor -> write(cursor, list).equals(text));
    } catch (IllegalArgumentException | DateTimeException | InvalidInput _) {
      return Optional.empty();
    }
  }

  private static Cursor cursor(String kind, String position) {
    if (kind.equals("P")) {
      return new ByPath(new RegionPath(position).path());
    }
    String[] parts = position.split("\\|", 2);
    UUID id = UUID.fromString(parts[0]);
    String last = parts[parts.length - 1];
    return switch (kind) {
      case "S" -> new ByStart(time(last), id);
      case "T" -> new ByTime(time(last), id);
      case "N" -> new ByName(name(last), id);
      case "L" -> new ByLastCall(last.isEmpty() ? null : time(last), id);
      case "C" -> change(id, last.split("\\|", -1));
      default -> throw new IllegalArgumentException("Not a cursor");
    };
  }

  private static ByChange change(UUID id, String[] parts) {
    if (parts.length != 6) {
      throw new IllegalArgumentException("Not a cursor");
    }
    int kind = ChangeKind.of(Integer.parseInt(parts[5])).number();
    var last = new ChangePosition(transaction(parts[4]), kind, id);
    long from = transaction(parts[2]);
    return new ByChange(parts[0], time(parts[1]), from, transaction(parts[3]), last);
  }

  private static long transaction(String text) {
    long id = Long.parseLong(text);
    if (id < 0) {
      throw new IllegalArgumentException("Not a transaction");
    }
    return id;
  }

  private static String name(String text) {
    if (TextRules.hasControlCharacter(text)) {
      throw new IllegalArgumentException("Not a name");
    }
    return text;
  }

  /** Only years of four digits: PostgreSQL cannot store every {@code Instant}. */
  private static Instant time(String text) {
    if (text.startsWith("+") || text.startsWith("-")) {
      throw new IllegalArgumentException("Not a time of a cursor");
    }
    return Instant.parse(text);
  }
}
