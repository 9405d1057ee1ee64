package io.calllog.domain.shared;

/** The name of a person or a company: one line of 1 to 200 characters, in Unicode form C. */
public record Name(String value) {

  /** The maximum number of characters. */
  public static final int MAX_LENGTH = 200;

  /** Throws {@link InvalidInput} if the text is blank, too long, or more than one line. */
  public Name {
    value = TextRules.line("name", value, MAX_LENGTH);
  }
}
