package io.calllog.domain.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The common rules for text: trimmed, in Unicode normalisation form C, without control characters,
 * and with a maximum number of characters (code points). Thread-safe.
 *
 * <p>Text can be as long as a request. The cost is linear for text longer than the maximum. For
 * shorter text it can be quadratic in the number of combining marks, which have to be sorted (0.2 s
 * for the 16,000 in the longest comment).
 */
public final class TextRules {

  /** Text without visible characters. */
  private static final Pattern INVISIBLE = Pattern.compile("(?U)[\\s\\p{Cf}]*");

  /** The most code points that form C composes into one (UAX #15, expansion factors). */
  private static final int MAX_COMPOSED = 4;

  private TextRules() {}

  /**
   * Normalises text of one line, at least one and at most {@code maximum} characters.
   *
   * @throws InvalidInput if it is blank, too long, or contains a control character or a line break
   */
  public static String line(String field, String raw, int maximum) {
    return checked(field, raw, maximum, false);
  }

  /**
   * Normalises text that may contain newlines and tabs; otherwise like {@link #line}.
   *
   * @throws InvalidInput if it is blank, too long, or contains another control character
   */
  public static String lines(String field, String raw, int maximum) {
    return checked(field, raw, maximum, true);
  }

  /** Removes white space at both ends, as defined by Unicode. */
  public static String trimmed(String raw) {
    int begin = 0;
    int end = raw.length();
    while (begin < end && isWhiteSpace(raw.charAt(begin))) {
      begin++;
    }
    while (begin < end && isWhiteSpace(raw.charAt(end - 1))) {
      end--;
    }
    return raw.substring(begin, end);
  }

  /**
   * Returns text in normalisation form C. Text that exceeds the maximum in any form is returned
   * unchanged, because sorting its combining marks takes quadratic time.
   */
  public static String composed(String text, int maximum) {
    return isLongerThan(text, maximum * MAX_COMPOSED)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** Returns whether the text has no visible characters. */
  public static boolean isBlank(String text) {
    return INVISIBLE.matcher(text).matches();
  }

  /** Returns whether the text contains a control character or an unpaired surrogate. */
  public static boolean hasControlCharacter(String text) {
    return text.codePoints().anyMatch(c -> isControl(c));
  }

  private static String checked(String field, String raw, int maximum, boolean manyLines) {
    String text = composed(trimmed(raw), maximum);
    if (isBlank(text)) {
      throw new InvalidInput(field, "blank", "must not be blank");
    }
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

  private static boolean isLongerThan(String text, int characters) {
    return text.codePointCount(0, text.length()) > characters;
  }

  /** The Unicode property White_Space; its characters are in the basic multilingual plane. */
  private static boolean isWhiteSpace(char c) {
    return Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == '\u0085';
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
