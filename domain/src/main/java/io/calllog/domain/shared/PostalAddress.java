package io.calllog.domain.shared;

/** A postal address: 1 to 500 characters with line breaks, trimmed, in Unicode form C. */
public record PostalAddress(String value) {

  /** The maximum number of characters. */
  public static final int MAX_LENGTH = 500;

  /**
   * Throws {@link InvalidInput} if the text is blank, too long, or has other control characters.
   */
  public PostalAddress {
    value = TextRules.lines("address", value, MAX_LENGTH);
  }
}
