package io.calllog.rest.shared.binding;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import io.calllog.application.shared.port.out.PhoneNumbers;
import io.calllog.domain.client.Phone;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.TextRules;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

/** Converts phone numbers from any common notation to E.164. Thread-safe. */
class PhoneNumberParser implements PhoneNumbers {

  /** The maximum number of characters in any notation. */
  static final int MAX_LENGTH = 40;

  /** Digits and what people write between them, also as a URI (RFC 3966). */
  private static final Pattern DIALLED =
      Pattern.compile(
          "(?i)(tel:)?[+\\p{Nd}\\p{Z}\\p{Pd}()\\[\\]./~\u2212]+(;phone-context=\\+[0-9]+)?");

  /** The last digits and all between them and the number, if the library finds an extension. */
  private static final Pattern EXTENSION = Pattern.compile("\\P{Nd}*\\p{Nd}+\\P{Nd}*$");

  private static final Pattern INTERNATIONAL_PREFIX = Pattern.compile("(?i)^(tel:)?00");

  /** The length in E.164 form up to which a number must be of a known range. */
  private static final int SHORT_NUMBER = 8;

  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
  private final @Nullable String defaultRegion;

  /**
   * Creates a parser.
   *
   * @param defaultRegion the country (ISO 3166, two letters) of numbers without a country code; if
   *     null, such numbers are refused
   */
  PhoneNumberParser(
      @Value("${calllog.phone.default-region:#{null}}") @Nullable String defaultRegion) {
    this.defaultRegion = defaultRegion;
    if (defaultRegion != null && !library.getSupportedRegions().contains(defaultRegion)) {
      throw new IllegalStateException(
          "calllog.phone.default-region must be a two-letter country code such as GB, not "
              + defaultRegion);
    }
  }

  /**
   * Reads a phone: a number as {@link #parse} does, with or without an extension in any common
   * notation, and with or without a label after a comma.
   *
   * @throws InvalidInput if the text is something else
   */
  Phone parsePhone(String typed) {
    try {
      return phone(typed, null);
    } catch (InvalidInput e) {
      int comma = typed.indexOf(',');
      if (comma < 0) {
        throw e;
      }
      return phone(typed.substring(0, comma), new Name(typed.substring(comma + 1)));
    }
  }

  private Phone phone(String typed, @Nullable Name label) {
    String text = normalized(typed);
    try {
      Phonenumber.PhoneNumber number = library.parse(text, defaultRegion);
      if (number.hasExtension()) {
        PhoneNumber dialled = parse(EXTENSION.matcher(text).replaceFirst(""));
        return new Phone(dialled, number.getExtension(), label);
      }
    } catch (NumberParseException _) {
      // reported below
    }
    return new Phone(parse(text), null, label);
  }

  /**
   * Reads a number. Accepts every number that can be dialled from abroad, assigned or not, because
   * numbering plans change more often than this application.
   *
   * @throws InvalidInput if the text is not a phone number, is not complete, or has an extension:
   *     see {@link #parsePhone}
   */
  PhoneNumber parse(String typed) {
    String text = normalized(typed);
    try {
      Phonenumber.PhoneNumber number = library.parse(text, defaultRegion);
      if (number.hasExtension()) {
        throw new InvalidInput("phone", "malformed", "must be a phone number without an extension");
      }
      String e164 = library.format(number, PhoneNumberFormat.E164);
      if (isNothingElse(text, number) && isComplete(number, e164) && isItself(e164)) {
        return new PhoneNumber(e164);
      }
    } catch (NumberParseException _) {
      // reported below
    }
    throw new InvalidInput(
        "phone",
        "malformed",
        defaultRegion == null
            ? "must be a complete phone number with a country code, such as +44 20 7946 0958"
            : "must be a complete phone number");
  }

  /**
   * Without a default region, two zeros are the international prefix that ITU-T E.164 recommends.
   */
  private String normalized(String typed) {
    String text = Normalizer.normalize(TextRules.identifier("phone", typed, MAX_LENGTH), Form.NFKC);
    return defaultRegion == null ? INTERNATIONAL_PREFIX.matcher(text).replaceFirst("$1+") : text;
  }

  @Override
  public Optional<PhoneNumber> find(String typed) {
    try {
      return Optional.of(parse(typed));
    } catch (InvalidInput _) {
      return Optional.empty();
    }
  }

  /** Letters are digits of numbers such as +1 800 FLOWERS, which only North America has. */
  private boolean isNothingElse(String text, Phonenumber.PhoneNumber number) {
    return DIALLED.matcher(text).matches()
        || (number.getCountryCode() == 1
            && library.isAlphaNumber(text)
            && library.isValidNumber(number));
  }

  /**
   * False for a number without its area code. Also false for a number of no known range that is
   * short, because some countries have numbers of any length, or that starts with a zero, which is
   * part of the number in few countries.
   */
  private boolean isComplete(Phonenumber.PhoneNumber number, String e164) {
    boolean usual = e164.length() > SHORT_NUMBER && !number.isItalianLeadingZero();
    return library.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
        && (usual || library.isValidNumber(number));
  }

  /** False if a superfluous zero at the start would be read as a prefix the next time. */
  private boolean isItself(String e164) throws NumberParseException {
    return e164.equals(library.format(library.parse(e164, defaultRegion), PhoneNumberFormat.E164));
  }
}
