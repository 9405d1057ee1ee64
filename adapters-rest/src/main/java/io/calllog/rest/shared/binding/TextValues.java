package io.calllog.rest.shared.binding;

import io.calllog.domain.shared.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads values that are text in a request and have no type in the domain. */
final class TextValues {

  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /** A time with an offset such as {@code +0100} or {@code +01}. */
  private static final Pattern SHORT_OFFSET = Pattern.compile("(.+[Tt].+[+-][0-9]{2})([0-9]{2})?");

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

  /** A time of RFC 3339. The seconds can be left out, and the colon and minutes of the offset. */
  static Instant instant(String text) {
    return instant(text, "must be an RFC 3339 time with an offset, such as 2026-01-31T09:30:00Z");
  }

  /** A time as above, or a date, which is the start of that day in the zone. */
  static Instant timeOrDay(String text, ZoneId zone) {
    if (DAY.matcher(text).matches()) {
      return day(text).atStartOfDay(zone).toInstant();
    }
    // In a query, a plus sign that is not encoded is a space.
    return instant(
        text.replaceFirst("(?<=[Tt].{5,18}) (?=[0-9]{2}(:?[0-9]{2})?$)", "+"),
        "must be a date, such as 2026-01-31, or an RFC 3339 time with an offset, such as"
            + " 2026-01-31T09:30:00Z");
  }

  private static Instant instant(String text, String message) {
    return time(
        text,
        t -> OffsetDateTime.parse(withColon(t)).toInstant(),
        new InvalidInput("time", "malformed", message));
  }

  private static String withColon(String text) {
    Matcher matcher = SHORT_OFFSET.matcher(text);
    return matcher.matches()
        ? matcher.group(1) + ":" + Objects.requireNonNullElse(matcher.group(2), "00")
        : text;
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
