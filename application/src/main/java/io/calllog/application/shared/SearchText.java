package io.calllog.application.shared;

import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.TextRules;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Text to search for. It finds what contains all of its words, in any order and each in any of the
 * fields that are searched. Case, accents, spaces, apostrophes and hyphens do not matter. A text of
 * such characters only finds nothing. If the text can be a part of a phone number, it also finds
 * phone numbers that contain it.
 *
 * @param value one line of 1 to 200 characters
 * @param number the phone number that the whole text is; null if it is none
 */
public record SearchText(String value, @Nullable PhoneNumber number) {

  /** The maximum number of characters. */
  public static final int MAX_LENGTH = 200;

  private static final Pattern SPACES = Pattern.compile("(?U)\\s+");

  /** The zero that is dialled inside a country only, as in +44 (0)20 7946 0958. */
  private static final Pattern NATIONAL_ZERO = Pattern.compile("^((\\+|00)[^(]*)\\(0\\)");

  private static final Pattern SEPARATORS =
      Pattern.compile("^tel:|[\\p{Z}\\p{Cf}\\p{Pd}()\\[\\]./~\u2212]", Pattern.CASE_INSENSITIVE);

  private static final Pattern DIGITS = Pattern.compile("\\+?\\p{Nd}+");

  /** Throws {@code InvalidInput} if the text is blank, too long, or not one line. */
  public SearchText {
    value = TextRules.line("q", value, MAX_LENGTH);
  }

  /** Returns the words, each of them once. */
  public List<String> words() {
    return SPACES.splitAsStream(value).distinct().toList();
  }

  /**
   * Returns the text as parts of phone numbers in E.164 form, of which one is enough. Empty if the
   * text cannot be a part of a phone number.
   */
  public List<String> phoneParts() {
    String compatible = Normalizer.normalize(value, Normalizer.Form.NFKC);
    String dialled =
        SEPARATORS.matcher(NATIONAL_ZERO.matcher(compatible).replaceFirst("$1")).replaceAll("");
    Stream<String> parts =
        DIGITS.matcher(dialled).matches() ? partsOf(ascii(dialled)) : Stream.of();
    return Stream.concat(parts, Stream.ofNullable(number).map(PhoneNumber::value))
        .distinct()
        .toList();
  }

  /** In national notation, a number starts with a zero that the form of E.164 does not have. */
  private static Stream<String> partsOf(String dialled) {
    if (dialled.startsWith("00") && dialled.length() > 2) {
      return Stream.of("+" + dialled.substring(2));
    }
    return Stream.of(dialled, dialled.replaceFirst("^0(?=.)", ""));
  }

  private static String ascii(String digits) {
    return digits
        .codePoints()
        .map(c -> c == '+' ? c : '0' + Character.digit(c, 10))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
