package io.calllog.rest.shared.binding;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.TextRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings phone numbers, as people type them, into the form of E.164. Thread-safe. */
@Component
class PhoneNumberParser {

  /** The most characters of a number as typed. */
  static final int MAX_LENGTH = 40;

  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
  private final @Nullable String defaultRegion;

  PhoneNumberParser(PhoneProperties properties) {
    this.defaultRegion = properties.defaultRegion();
    if (defaultRegion != null && !library.getSupportedRegions().contains(defaultRegion)) {
      throw new IllegalStateException(
          "calllog.phone.default-region must be a two-letter country code such as GB, not "
              + defaultRegion);
    }
  }

  /**
   * Reads a number. Numbers that could exist are taken, whether or not they are given out today:
   * the numbering plans change faster than releases do.
   *
   * @throws InvalidInput for what is no phone number, and for one with an extension, which E.164
   *     cannot hold
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
      // no number at all: refused below
    }
    throw new InvalidInput(
        "phone",
        "malformed",
        defaultRegion == null
            ? "must be a phone number with a country code, such as +44 20 7946 0958"
            : "must be a phone number");
  }

  /** Zeros in front that are not part of any number are read as a prefix the next time. */
  private boolean isItself(String e164) throws NumberParseException {
    return e164.equals(library.format(library.parse(e164, defaultRegion), PhoneNumberFormat.E164));
  }
}
