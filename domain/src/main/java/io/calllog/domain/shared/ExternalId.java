package io.calllog.domain.shared;

/**
 * The id of a client or a call in another system, such as a CRM or a telephone exchange: one line
 * of 1 to 100 characters, trimmed, without invisible characters, in Unicode form C. It is
 * case-sensitive.
 */
public record ExternalId(String value) {

  /** The maximum number of characters. */
  public static final int MAX_LENGTH = 100;

  /** Throws {@link InvalidInput} if the text is blank, too long, or more than one line. */
  public ExternalId {
    value = TextRules.identifier("externalId", value, MAX_LENGTH);
  }
}
