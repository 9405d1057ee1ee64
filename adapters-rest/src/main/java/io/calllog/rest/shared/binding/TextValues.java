package io.calllog.rest.shared.binding;

import io.calllog.domain.shared.InvalidInput;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that are text on the wire and have no type of the domain's. */
final class TextValues {

  private static final Pattern UUID_FORM =
      Pattern.compile(
          "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

  /** The form of RFC 3339, section 5.6; whether there is such a day is checked by java.time. */
  private static final Pattern TIME_FORM =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?)"
              + "(?:Z|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DAY_FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private TextValues() {}

  static UUID uuid(String text) {
    // UUID.fromString also takes shortened groups
    if (!UUID_FORM.matcher(text).matches()) {
      throw new InvalidInput("id", "malformed", "must be a UUID");
    }
    return UUID.fromString(text);
  }

  static Instant instant(String text) {
    Matcher time = TIME_FORM.matcher(text);
    if (time.matches()) {
      try {
        return LocalDateTime.of(LocalDate.parse(time.group(1)), LocalTime.parse(time.group(2)))
            .toInstant(ZoneOffset.UTC)
            .minus(offset(time));
      } catch (DateTimeException _) {
        // of the right form, but no such day or hour: refused below
      }
    }
    throw new InvalidInput(
        "time",
        "malformed",
        "must be an RFC 3339 time with an offset, such as 2026-01-31T09:30:00Z");
  }

  static LocalDate day(String text) {
    if (DAY_FORM.matcher(text).matches()) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException _) {
        // of the right form, but there is no such day: refused below
      }
    }
    throw new InvalidInput("day", "malformed", "must be a date, such as 2026-01-31");
  }

  /** Up to a day less a minute, as RFC 3339 has it; java.time knows 18 hours at most. */
  private static Duration offset(Matcher time) {
    if (time.group(3) == null) {
      return Duration.ZERO;
    }
    Duration offset =
        Duration.ofHours(Long.parseLong(time.group(4))).plusMinutes(Long.parseLong(time.group(5)));
    return time.group(3).equals("-") ? offset.negated() : offset;
  }
}
