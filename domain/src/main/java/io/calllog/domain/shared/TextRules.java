package io.calllog.domain.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * The common rules for text: without white space and invisible characters at both ends, in Unicode
 * normalisation form C, without control characters, with at most {@value #MAX_MARKS} combining
 * marks in a row, and with a maximum number of characters (code points). Thread-safe.
 *
 * <p>Text can be as long as a request. The cost is linear.
 */
public final class TextRules {

  /** The most combining marks in a row; no language needs more (UAX #15, Stream-Safe Text). */
  private static final int MAX_MARKS = 30;

  /** The most code points that form C composes into one (UAX #15, expansion factors). */
  private static final int MAX_COMPOSED = 4;

  private TextRules() {}

  /**
   * Normalises text of one line, at least one and at most {@code maximum} characters, such as a
   * name. Invisible characters are removed, except those that scripts and emoji need.
   *
   * @throws InvalidInput if it is blank, too long, or contains a control character, a line break or
   *     too many combining marks
   */
  public static String line(String field, String raw, int maximum) {
    return checked(field, raw, InvisibleCharacters::withoutUnneeded, maximum, false);
  }

  /**
   * Normalises text that identifies something, such as an address. All invisible characters are
   * removed, so that text that looks the same is the same; otherwise like {@link #line}.
   *
   * @throws InvalidInput as {@link #line}
   */
  public static String identifier(String field, String raw, int maximum) {
    return checked(field, raw, InvisibleCharacters::without, maximum, false);
  }

  /**
   * Normalises text that may contain newlines and tabs, and invisible characters inside; otherwise
   * like {@link #line}.
   *
   * @throws InvalidInput if it is blank, too long, or contains another control character or too
   *     many combining marks
   */
  public static String lines(String field, String raw, int maximum) {
    return checked(field, raw, UnaryOperator.identity(), maximum, true);
  }

  /** Removes white space, as defined by Unicode, and invisible characters at both ends. */
  public static String trimmed(String raw) {
    int begin = 0;
    int end = raw.length();
    while (begin < end && isTrimmed(raw.codePointAt(begin))) {
      begin += Character.charCount(raw.codePointAt(begin));
    }
    while (begin < end && isTrimmed(raw.codePointBefore(end))) {
      end -= Character.charCount(raw.codePointBefore(end));
    }
    return raw.substring(begin, end);
  }

  /**
   * Returns text in normalisation form C. Text that exceeds the maximum in any form is returned
   * unchanged, because sorting its combining marks can take quadratic time.
   */
  public static String composed(String text, int maximum) {
    return isLongerThan(text, maximum * MAX_COMPOSED)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** Returns whether the text has no visible characters. */
  public static boolean isBlank(String text) {
    return text.codePoints().allMatch(c -> isWhiteSpace(c) || InvisibleCharacters.isInvisible(c));
  }

  /** Returns whether the text contains a control character or an unpaired surrogate. */
  public static boolean hasControlCharacter(String text) {
    return text.codePoints().anyMatch(c -> isControl(c));
  }

  private static String checked(
      String field, String raw, UnaryOperator<String> cleaned, int maximum, boolean manyLines) {
    String typed = trimmed(raw);
    // Text that is much too long is not cleaned, so that it is refused whatever it consists of.
    boolean endless = isLongerThan(typed, maximum * MAX_COMPOSED);
    String trimmed = endless ? typed : trimmed(cleaned.apply(typed));
    if (isBlank(trimmed)) {
      throw new InvalidInput(field, "blank", "must not be blank");
    }
    if (hasTooManyMarks(trimmed)) {
      throw new InvalidInput(
          field,
          "too-many-marks",
          "must not have more than " + MAX_MARKS + " combining marks in a row");
    }
    String text = composed(trimmed, maximum);
    if (isLongerThan(text, maximum)) {
      throw new InvalidInput(
          field,
          "too-long",
          String.format(Locale.ROOT, "must have at most %,d characters", maximum));
    }
    if (text.codePoints().anyMatch(c -> isRefused(c, manyLines))) {
      throw new InvalidInput(
          field,
          "control-character",
          manyLines
              ? "must not contain control characters except newline and tab"
              : "must be one line without control characters");
    }
    return text;
  }

  private static boolean hasTooManyMarks(String text) {
    int marks = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int type = Character.getType(text.codePointAt(at));
      boolean mark =
          type == Character.NON_SPACING_MARK
              || type == Character.ENCLOSING_MARK
              || type == Character.COMBINING_SPACING_MARK;
      marks = mark ? marks + 1 : 0;
      if (marks > MAX_MARKS) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLongerThan(String text, int characters) {
    return text.codePointCount(0, text.length()) > characters;
  }

  private static boolean isTrimmed(int codePoint) {
    return isWhiteSpace(codePoint) || InvisibleCharacters.isTrimmed(codePoint);
  }

  /** The Unicode property White_Space. */
  static boolean isWhiteSpace(int codePoint) {
    return Character.isSpaceChar(codePoint)
        || (codePoint >= '\t' && codePoint <= '\r')
        || codePoint == '\u0085';
  }

  private static boolean isRefused(int codePoint, boolean manyLines) {
    if (codePoint == '\n' || codePoint == '\t') {
      return !manyLines;
    }
    return isControl(codePoint) || (!manyLines && isLineSeparator(codePoint));
  }

  private static boolean isControl(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL || type == Character.SURROGATE;
  }

  private static boolean isLineSeparator(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
  }
}
