package io.calllog.rest.shared.binding;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.TextRules;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Converts phone numbers from any common notation to E.164. Thread-safe. */
@Component
class PhoneNumberParser {

  /** The maximum number of characters in any notation. */
  static final int MAX_LENGTH = 40;

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
   * Reads a number. Accepts every possible number, assigned or not, because numbering plans change
   * more often than this application.
   *
   * @throws InvalidInput if the text is not a phone number, or has an extension, which E.164 does
   *     not support
   */
  PhoneNumber parse(String typed) {
    String text = TextRules.line("phone", typed, MAX_LENGTH);
    try {
      Phonenumber.PhoneNumber number = library.parse(text, defaultRegion);
      if (number.hasExtension()) {
        throw new InvalidInput("phone", "malformed", "must be a phone number without an extension");
      }
      String e164 = library.format(number, PhoneNumberFormat.E164);
      if (library.isPossibleNumber(number) && isItself(e164)) {
        return new PhoneNumber(e164);
      }
    } catch (NumberParseException _) {
      // reported below
    }
    throw new InvalidInput(
        "phone",
        "malformed",
        defaultRegion == null
            ? "must be a phone number with a country code, such as +44 20 7946 0958"
            : "must be a phone number");
  }

  /** False if a superfluous zero at the start would be read as a prefix the next time. */
  private boolean isItself(String e164) throws NumberParseException {
    return e164.equals(library.format(library.parse(e164, defaultRegion), PhoneNumberFormat.E164));
  }
}
