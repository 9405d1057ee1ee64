package io.calllog.domain.shared;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The rules that all text of the product keeps: trimmed, in Unicode normalisation form C, free of
 * control characters, of a bounded length in characters (code points). Thread-safe.
 */
public final class TextRules {

  /** White space at either end, that of other scripts included. */
  private static final Pattern ENDS = Pattern.compile("(?U)^\\s+|\\s+$");

  /** Nothing that a reader could see. */
  private static final Pattern INVISIBLE = Pattern.compile("(?U)[\\s\\p{Cf}]*");

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

  /** Trimmed and in normalisation form C; not checked in any other way. */
  public static String normalized(String raw) {
    return ENDS.matcher(Normalizer.normalize(raw, Normalizer.Form.NFC)).replaceAll("");
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
    String text = normalized(raw);
    if (isBlank(text)) {
      throw new InvalidInput(field, "blank", "must not be blank");
    }
    if (text.codePointCount(0, text.length()) > maximum) {
      throw new InvalidInput(
          field, "too-long", "must have at most %,d characters".formatted(maximum));
    }
    if (text.codePoints().anyMatch(c -> isRefused(c, manyLines))) {
      throw new InvalidInput(
          field,
          "control-character",
          manyLines
              ? "must hold no control character but newline and tab"
              : "must be one line without control characters");
    }
    return text;
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
