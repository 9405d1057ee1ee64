package io.calllog.rest.shared;

import io.calllog.domain.shared.TextRules;

/**
 * Part of what is looked for.
 *
 * @param value one line, trimmed, in Unicode form C
 */
public record SearchText(String value) {

  /** The most characters to search for. */
  public static final int MAX_LENGTH = 200;

  /** Normalises the text; refuses what is too long or no line of text. */
  public SearchText {
    value = TextRules.line("q", value, MAX_LENGTH);
  }
}
