package io.calllog.domain.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address as typed, without white space around it and without invisible characters, in
 * Unicode form C, of at most 254 characters (RFC 5321). Addresses that differ only in case are the
 * same: compare {@link #key()}. The check finds typing errors; it does not prove that the address
 * exists.
 */
public record EmailAddress(String value) {

  /** The maximum number of characters. */
  public static final int MAX_LENGTH = 254;

  private static final Pattern SHAPE =
      Pattern.compile(
          "[^\\s\\p{Z}@\"(),:;<>\\[\\]\\\\]{1,64}@[^\\s\\p{Z}@\".,:;<>()\\[\\]\\\\]+(\\.[^\\s\\p{Z}@\".,:;<>()\\[\\]\\\\]+)+");

  /** Throws {@link InvalidInput} if the text is not an e-mail address. */
  public EmailAddress {
    value = TextRules.identifier("email", value, MAX_LENGTH);
    if (!SHAPE.matcher(value).matches()) {
      throw new InvalidInput("email", "malformed", "must be an e-mail address");
    }
  }

  /** Returns the address in lower case, for comparison. */
  public String key() {
    return value.toLowerCase(Locale.ROOT);
  }
}
