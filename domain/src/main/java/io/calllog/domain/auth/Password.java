package io.calllog.domain.auth;

import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.TextRules;
import java.nio.charset.StandardCharsets;

/**
 * A password somebody chose for an account, in the clear and only on its way to being hashed. Not
 * trimmed. At least 12 bytes, and at most 72 because bcrypt looks at no more (NIST SP 800-63B asks
 * for length and a list of common passwords, not for kinds of characters).
 *
 * @param value in Unicode form C
 */
public record Password(String value) {

  /** The fewest bytes of UTF-8. */
  public static final int MIN_BYTES = 12;

  /** The most bytes of UTF-8. */
  public static final int MAX_BYTES = 72;

  /** Refuses one that is too short, too long or among the most common with {@link InvalidInput}. */
  public Password {
    value = normalized(value);
    int bytes = value.getBytes(StandardCharsets.UTF_8).length;
    if (bytes < MIN_BYTES || bytes > MAX_BYTES) {
      throw new InvalidInput(
          "password",
          "out-of-range",
          "must have %d to %d bytes in UTF-8".formatted(MIN_BYTES, MAX_BYTES));
    }
    if (TextRules.hasControlCharacter(value)) {
      throw new InvalidInput(
          "password", "control-character", "must not contain control characters");
    }
    if (CommonPasswords.contains(value)) {
      throw new InvalidInput("password", "too-common", "must not be a common password");
    }
  }

  /**
   * The form in which passwords are compared, whatever keyboard they were typed on. What is too
   * long for a password stays too long.
   */
  public static String normalized(String typed) {
    return TextRules.composed(typed, MAX_BYTES);
  }

  /**
   * Refuses the password for somebody of this name and e-mail address when it is one of the two.
   *
   * @throws InvalidInput when it is
   */
  public void requireUnlike(Name name, EmailAddress email) {
    requireUnlike(name, email, "password");
  }

  /**
   * As {@link #requireUnlike(Name, EmailAddress)}, for a password that was given as another field.
   *
   * @throws InvalidInput of that field
   */
  public void requireUnlike(Name name, EmailAddress email, String field) {
    if (value.equalsIgnoreCase(name.value()) || value.equalsIgnoreCase(email.value())) {
      throw new InvalidInput(field, "too-obvious", "must not be the name or the e-mail address");
    }
  }

  /** Hides the password, so that it reaches no log. */
  @Override
  public String toString() {
    return "Password[hidden]";
  }
}
