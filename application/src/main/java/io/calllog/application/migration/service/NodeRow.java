package io.calllog.application.migration.service;

import io.calllog.application.migration.view.LeftOut;
import io.calllog.application.migration.view.NodeTable;
import io.calllog.domain.call.Call;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.TextRules;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the columns of a row as values of the domain, and reports what it leaves out. */
record NodeRow(NodeTable table, String id, Consumer<LeftOut> report) {

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern NO_LETTER = Pattern.compile("[^A-Z]");

  /** Reads an id; empty if it is not a UUID. */
  static Optional<UUID> uuid(@Nullable String text) {
    return Optional.ofNullable(text)
        .filter(t -> UUID_TEXT.matcher(t).matches())
        .map(UUID::fromString);
  }

  /** Reports that the row is left out. */
  void leaveOut(String reason) {
    report.accept(new LeftOut(table, id, null, reason, null));
  }

  /** Reports that a value is left out. */
  void leaveOut(String column, String reason, @Nullable String value) {
    report.accept(new LeftOut(table, id, column, reason, value));
  }

  /**
   * Reads a text. One that is too long is cut, and control characters become spaces.
   *
   * @return null if it is blank or not acceptable
   */
  <T> @Nullable T text(String column, @Nullable String raw, int maximum, Function<String, T> type) {
    if (raw == null || TextRules.isBlank(raw)) {
      return null;
    }
    try {
      return type.apply(raw);
    } catch (InvalidInput refusal) {
      T mended = mended(raw, maximum, type);
      leaveOut(column, reason(refusal) + (mended == null ? "" : "; was cut or cleaned"), raw);
      return mended;
    }
  }

  private static <T> @Nullable T mended(String raw, int maximum, Function<String, T> type) {
    String oneLine = raw.replaceAll("\\p{Cntrl}", " ").strip();
    int length = Math.min(maximum, oneLine.codePointCount(0, oneLine.length()));
    try {
      return type.apply(oneLine.substring(0, oneLine.offsetByCodePoints(0, length)));
    } catch (InvalidInput _) {
      return null;
    }
  }

  /** Reads the name of a constant in any case, with or without spaces and hyphens. */
  <E extends Enum<E>> @Nullable E choice(@Nullable String raw, E[] constants) {
    String typed = letters(raw == null ? "" : raw);
    return Stream.of(constants)
        .filter(constant -> letters(constant.name()).equals(typed))
        .findAny()
        .orElse(null);
  }

  /** Reads the name of a constant like {@link #choice}, or reports that another one is taken. */
  <E extends Enum<E>> E choice(
      String column, @Nullable String raw, E[] constants, E missing, E unknown) {
    if (raw == null || TextRules.isBlank(raw)) {
      return missing;
    }
    E known = choice(raw, constants);
    if (known == null) {
      leaveOut(
          column, "is none of %s; taken as %s".formatted(Arrays.toString(constants), unknown), raw);
    }
    return known == null ? unknown : known;
  }

  /** The time when the row was created; the fallback if neither time is there. */
  static Instant created(
      @Nullable Instant createdAt, @Nullable Instant updatedAt, Instant fallback, Instant now) {
    return time(createdAt != null ? createdAt : updatedAt != null ? updatedAt : fallback, now);
  }

  /** The time of the last change. */
  static Instant updated(
      @Nullable Instant createdAt, @Nullable Instant updatedAt, Instant fallback, Instant now) {
    return time(updatedAt != null ? updatedAt : createdAt != null ? createdAt : fallback, now);
  }

  /** What a refused value breaks. */
  static String reason(InvalidInput refusal) {
    return refusal.violations().getFirst().message();
  }

  private static Instant time(Instant time, Instant now) {
    if (time.isAfter(now)) {
      return now;
    }
    return time.isBefore(Call.EARLIEST_START)
        ? Call.EARLIEST_START
        : time.truncatedTo(ChronoUnit.MILLIS);
  }

  private static String letters(String text) {
    return NO_LETTER.matcher(text.toUpperCase(Locale.ROOT)).replaceAll("");
  }
}
