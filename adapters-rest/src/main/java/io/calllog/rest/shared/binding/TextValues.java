package io.calllog.rest.shared.binding;

import io.calllog.domain.shared.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.regex.Pattern;

/** Values that are text on the wire and have no type of the domain's. */
final class TextValues {

  private static final Pattern UUID_FORM =
      Pattern.compile(
          "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

  /** The form of RFC 3339, section 5.6; what the numbers mean is checked by java.time. */
  private static final Pattern TIME_FORM =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");

  private TextValues() {}

  static UUID uuid(String text) {
    // UUID.fromString also takes shortened groups
    if (!UUID_FORM.matcher(text).matches()) {
      throw new InvalidInput("id", "malformed", "must be a UUID");
    }
    return UUID.fromString(text);
  }

  static Instant instant(String text) {
    if (TIME_FORM.matcher(text).matches()) {
      try {
        return OffsetDateTime.parse(text.toUpperCase(java.util.Locale.ROOT)).toInstant();
      } catch (DateTimeException _) {
        // of the right form, but no such day or hour: refused below
      }
    }
    throw new InvalidInput(
        "time", "malformed", "must be a time of RFC 3339 with its offset, as 2026-01-31T09:30:00Z");
  }
}
