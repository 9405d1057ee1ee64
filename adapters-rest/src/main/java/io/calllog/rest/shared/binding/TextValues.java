package io.calllog.rest.shared.binding;

import io.calllog.domain.shared.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;

/** Reads values that are text in a request and have no type in the domain. */
final class TextValues {

  private TextValues() {}

  static UUID uuid(String text) {
    try {
      UUID id = UUID.fromString(text); // accepts shortened groups
      if (id.toString().equalsIgnoreCase(text)) {
        return id;
      }
    } catch (IllegalArgumentException _) {
      // reported below
    }
    throw new InvalidInput("id", "malformed", "must be a UUID");
  }

  /** A time of RFC 3339. The seconds can be left out. */
  static Instant instant(String text) {
    return time(
        text,
        t -> OffsetDateTime.parse(t).toInstant(),
        new InvalidInput(
            "time",
            "malformed",
            "must be an RFC 3339 time with an offset, such as 2026-01-31T09:30:00Z"));
  }

  static LocalDate day(String text) {
    return time(
        text,
        LocalDate::parse,
        new InvalidInput("day", "malformed", "must be a date, such as 2026-01-31"));
  }

  /** A year of more than four digits has a sign in ISO 8601. RFC 3339 does not allow it. */
  private static <T> T time(String text, Function<String, T> parser, InvalidInput malformed) {
    if (text.startsWith("+") || text.startsWith("-")) {
      throw malformed;
    }
    try {
      return parser.apply(text);
    } catch (DateTimeException _) {
      throw malformed;
    }
  }
}
