package io.calllog.domain.shared;

/**
 * The id of a client or a call in another system, such as a CRM or a telephone exchange: one line
 * of 1 to 100 characters. Ids that differ in case are different.
 *
 * @param value trimmed, in Unicode form C
 */
public record ExternalId(String value) {

  /** The maximum number of characters. */
  public static final int MAX_LENGTH = 100;

  /**
   * Normalises the text.
   *
   * @throws InvalidInput if the text is blank, too long, or more than one line
   */
  public ExternalId {
    value = TextRules.line("externalId", value, MAX_LENGTH);
  }
}
