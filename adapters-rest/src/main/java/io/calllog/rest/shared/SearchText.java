package io.calllog.rest.shared;

import io.calllog.domain.shared.TextRules;

/**
 * Text to search for.
 *
 * @param value one line, trimmed, in Unicode form C
 */
public record SearchText(String value) {

  /** The maximum number of characters. */
  public static final int MAX_LENGTH = 200;

  /** Normalises the text. Throws {@code InvalidInput} if it is too long or not a line of text. */
  public SearchText {
    value = TextRules.line("q", value, MAX_LENGTH);
  }
}
