package io.calllog.domain.shared;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The rules that all text of the product keeps: trimmed, in Unicode normalisation form C, free of
 * control characters, of a bounded length in characters (code points). Thread-safe.
 *
 * <p>Text arrives as long as a request may be, so nothing here takes more than a few passes over
 * what is longer than it may become. What is not can take longer: combining marks that stand in the
 * wrong order are sorted, in a time that grows with the square of their number (0.2 s for the
 * 16,000 of which a comment could be made).
 */
public final class TextRules {

  /** Nothing that a reader could see. */
  private static final Pattern INVISIBLE = Pattern.compile("(?U)[\\s\\p{Cf}]*");

  /** So many characters become one at the most (UAX #15, expansion factors). */
  private static final int MOST_COMPOSED = 4;

  private TextRules() {}

  /**
   * Text of one line.
   *
   * @param field the field's name for the problem
   * @param raw as it arrived
   * @param maximum most characters after trimming
   * @return the text as it is kept, never empty
   * @throws InvalidInput when it is blank, too long, or holds a control character or a line break
   */
  public static String line(String field, String raw, int maximum) {
    return checked(field, raw, maximum, false);
  }

  /**
   * Text that may hold newlines and tabs; otherwise as {@link #line}.
   *
   * @param field the field's name for the problem
   * @param raw as it arrived
   * @param maximum most characters after trimming
   * @return the text as it is kept, never empty
   * @throws InvalidInput when it is blank, too long, or holds another control character
   */
  public static String lines(String field, String raw, int maximum) {
    return checked(field, raw, maximum, true);
  }

  /** Without white space at either end, that of other scripts included. */
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
   * Text in normalisation form C. What cannot have so few characters in that form stays as it is,
   * and so too long: the time to order combining marks grows with the square of their number.
   *
   * @param maximum most characters that the caller takes
   */
  public static String composed(String text, int maximum) {
    return isLongerThan(text, maximum * MOST_COMPOSED)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** Whether a reader would see nothing: the text is empty, white space or invisible characters. */
  public static boolean isBlank(String text) {
    return INVISIBLE.matcher(text).matches();
  }

  /** Whether the text holds a control character, or half of a surrogate pair. */
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
          field, "too-long", "must have at most %,d characters".formatted(maximum));
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

  /** The property White_Space of Unicode; none of its characters is outside of the first plane. */
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
