package io.calllog.domain.auth;

import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.TextRules;
import java.nio.charset.StandardCharsets;

/**
 * A password in clear text, in Unicode form C and not trimmed. It has at least 12 bytes, and at
 * most 72 because bcrypt ignores the rest. Following NIST SP 800-63B, common passwords are refused
 * and no kinds of characters are required.
 */
public record Password(String value) {

  /** The minimum length in bytes of UTF-8. */
  public static final int MIN_BYTES = 12;

  /** The maximum length in bytes of UTF-8. */
  public static final int MAX_BYTES = 72;

  /** Throws {@link InvalidInput} if the password is too short, too long, or too common. */
  public Password {
    value = normalized(value);
    int bytes = value.getBytes(StandardCharsets.UTF_8).length;
    if (bytes < MIN_BYTES || bytes > MAX_BYTES) {
      throw new InvalidInput(
          "password",
          "out-of-range",
          "must have " + MIN_BYTES + " to " + MAX_BYTES + " bytes in UTF-8");
    }
    if (TextRules.hasControlCharacter(value)) {
      throw new InvalidInput(
          "password", "control-character", "must not contain control characters");
    }
    if (CommonPasswords.contains(value)) {
      throw new InvalidInput("password", "too-common", "must not be a common password");
    }
  }

  /** Returns form C, because keyboards differ. Text too long for a password remains too long. */
  public static String normalized(String typed) {
    return TextRules.composed(typed, MAX_BYTES);
  }

  /** Throws {@link InvalidInput} if the password equals the name or the e-mail address. */
  public void requireDifferentFrom(Name name, EmailAddress email) {
    requireDifferentFrom(name, email, "password");
  }

  /** Throws {@link InvalidInput} for this field if the password equals the name or the address. */
  public void requireDifferentFrom(Name name, EmailAddress email, String field) {
    if (value.equalsIgnoreCase(name.value()) || value.equalsIgnoreCase(email.value())) {
      throw new InvalidInput(field, "too-obvious", "must not be the name or the e-mail address");
    }
  }

  /** Hides the password, so that it does not appear in logs. */
  @Override
  public String toString() {
    return "Password[hidden]";
  }
}
