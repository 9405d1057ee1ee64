package io.calllog.rest.shared.binding;

import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.TextRules;
import io.calllog.rest.shared.export.Csv;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file. An empty field is one that is not there. Values may be written as people and
 * spreadsheets write them.
 */
final class RowSource implements RecordBinder.Source {

  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");
  private static final Pattern CLOCK = Pattern.compile("([0-9]{1,2}):([0-5][0-9]):([0-5][0-9])");
  private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]+([.,][0-9]+)?[eE]\\+?[0-9]+");
  private static final Pattern SLASHES = Pattern.compile("[0-9]{1,4}/[0-9]{1,2}/[0-9]{1,4}.*");
  private static final Pattern SPACED =
      Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9]{2}:.*)");

  private static final DateTimeFormatter CLOCK_TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("H:mm")
          .optionalStart()
          .appendPattern(":ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  private static final Pattern ISO = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+");
  private static final Pattern DOTTED =
      Pattern.compile("[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4} [0-9:.]+");
  private static final DateTimeFormatter ISO_FORMAT = local("uuuu-MM-dd'T'");
  private static final DateTimeFormatter DOTTED_FORMAT = local("d.M.uuuu' '");

  private final Map<String, String> values = new HashMap<>();
  private final ZoneId zone;

  /**
   * A row.
   *
   * @param known the columns that are read
   * @param zone the zone of times without an offset
   */
  RowSource(List<String> columns, List<String> fields, Set<String> known, ZoneId zone) {
    this.zone = zone;
    for (int i = 0; i < columns.size(); i++) {
      String field = fields.get(i);
      if (known.contains(columns.get(i)) && !TextRules.isBlank(field)) {
        values.put(columns.get(i), Csv.unguarded(field));
      }
    }
  }

  @Override
  public Set<String> names() {
    return values.keySet();
  }

  /**
   * The regions that a manager leads are one field, with commas or vertical bars between them. So
   * are the phones of a client, with vertical bars.
   */
  @Override
  public List<@Nullable Object> values(String name) {
    String value = values.get(name);
    if (value == null) {
      return List.of();
    }
    return switch (name) {
      case "leads" -> List.of(Arrays.stream(value.split("[,|]")).map(TextRules::trimmed).toList());
      case "phones" ->
          List.of(Arrays.stream(value.split("\\|")).filter(t -> !TextRules.isBlank(t)).toList());
      default -> List.of(value);
    };
  }

  @Override
  public String path(String name) {
    return name;
  }

  @Override
  public Object read(Object raw, FieldType.Kind kind, String name) {
    String text = (String) raw;
    return switch (kind) {
      case TEXT -> text(text, name);
      case INTEGER -> integer(TextRules.trimmed(text), kind, name);
      case BOOLEAN -> throw new IllegalStateException("No column has this kind: " + name);
    };
  }

  private String text(String text, String name) {
    return switch (name) {
      case "type", "outcome", "status", "role", "state" ->
          TextRules.trimmed(text).toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
      case "startedAt", "dueAt" -> time(TextRules.trimmed(text));
      case "phone", "phones", "clientPhone", "number" -> phone(text, name);
      case "id", "officerId", "clientId", "ownerId", "region" -> TextRules.trimmed(text);
      default -> text;
    };
  }

  private static String phone(String text, String name) {
    if (SCIENTIFIC.matcher(TextRules.trimmed(text)).matches()) {
      throw new InvalidInput(
          name,
          "malformed",
          "was changed by a spreadsheet, which took it for a number and lost digits; format the"
              + " column as text and enter the number again");
    }
    return text;
  }

  /** A time with an offset stays as it is. One without an offset is a time in the zone. */
  private String time(String text) {
    if (SLASHES.matcher(text).matches()) {
      throw new InvalidInput(
          "startedAt",
          "malformed",
          "does not show which number is the day and which the month; write 2026-01-31 09:30");
    }
    Matcher spaced = SPACED.matcher(text);
    String joined = spaced.matches() ? spaced.group(1) + "T" + spaced.group(2) : text;
    try {
      if (ISO.matcher(joined).matches()) {
        return instant(joined, ISO_FORMAT);
      }
      if (DOTTED.matcher(joined).matches()) {
        return instant(joined, DOTTED_FORMAT);
      }
    } catch (DateTimeException _) {
      // is refused as a time with an offset
    }
    return joined;
  }

  private String instant(String text, DateTimeFormatter format) {
    return LocalDateTime.parse(text, format).atZone(zone).toInstant().toString();
  }

  private static Object integer(String text, FieldType.Kind kind, String name) {
    Matcher clock = CLOCK.matcher(text);
    if (name.equals("durationSeconds") && clock.matches()) {
      return Integer.parseInt(clock.group(1)) * 3600
          + Integer.parseInt(clock.group(2)) * 60
          + Integer.parseInt(clock.group(3));
    }
    if (!INTEGER.matcher(text).matches()) {
      throw new InvalidInput(List.of(kind.violation(name)));
    }
    return Integer.valueOf(text);
  }

  private static DateTimeFormatter local(String day) {
    return new DateTimeFormatterBuilder()
        .appendPattern(day)
        .append(CLOCK_TIME)
        .toFormatter(Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
