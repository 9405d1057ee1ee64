package io.calllog.domain.shared;

/**
 * Where somebody is reached by post: free text of 1 to 500 characters, with line breaks.
 *
 * @param value trimmed, in Unicode form C
 */
public record PostalAddress(String value) {

  /** The most characters that an address may have. */
  public static final int MAX_LENGTH = 500;

  /** Normalises the text and refuses what is no address with {@link InvalidInput}. */
  public PostalAddress {
    value = TextRules.lines("address", value, MAX_LENGTH);
  }
}
