package io.calllog.domain.shared;

import java.util.regex.Pattern;

/**
 * A phone number in E.164 form, such as {@code +442079460958}: a plus sign and 2 to 15 digits,
 * without an extension. Adapters convert other forms.
 */
public record PhoneNumber(String value) {

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");

  /** Throws {@link InvalidInput} if the text is not in E.164 form. */
  public PhoneNumber {
    if (!E164.matcher(value).matches()) {
      throw new InvalidInput("phone", "malformed", "must be a phone number in E.164 form");
    }
  }
}
