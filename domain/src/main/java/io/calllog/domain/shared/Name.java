package io.calllog.domain.shared;

/**
 * What a person or a company is called: one line of 1 to 200 characters.
 *
 * @param value trimmed, in Unicode form C
 */
public record Name(String value) {

  /** The most characters that a name may have. */
  public static final int MAX_LENGTH = 200;

  /** Normalises the text and refuses what is no name with {@link InvalidInput}. */
  public Name {
    value = TextRules.line("name", value, MAX_LENGTH);
  }
}
