package io.calllog.domain.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address, kept as it was typed. Two addresses that differ in case only are the same
 * mailbox for us: compare {@link #key()}. The check is for typing errors (a local part, an
 * {@code @}, a dotted domain); only a message that arrives proves an address.
 *
 * @param value at most 254 characters (RFC 5321), trimmed, in Unicode form C
 */
public record EmailAddress(String value) {

  /** The most characters that an e-mail address may have. */
  public static final int MAX_LENGTH = 254;

  private static final Pattern SHAPE =
      Pattern.compile(
          "[^\\s\\p{Z}@\"(),:;<>\\[\\]\\\\]{1,64}@[^\\s\\p{Z}@\".,:;<>()\\[\\]\\\\]+(\\.[^\\s\\p{Z}@\".,:;<>()\\[\\]\\\\]+)+");

  /** Normalises the text and refuses what is no e-mail address with {@link InvalidInput}. */
  public EmailAddress {
    value = TextRules.line("email", value, MAX_LENGTH);
    if (!SHAPE.matcher(value).matches()) {
      throw new InvalidInput("email", "malformed", "must be an e-mail address");
    }
  }

  /** What makes the address unique: itself without regard to case. */
  public String key() {
    return value.toLowerCase(Locale.ROOT);
  }
}
