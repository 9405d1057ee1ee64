package io.calllog.domain.call;

import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.TextRules;

/**
 * What an officer noted about a call: free text of 1 to 4,000 characters, with line breaks.
 *
 * @param value trimmed, in Unicode form C
 */
public record Comment(String value) {

  /** The most characters that a comment may have. */
  public static final int MAX_LENGTH = 4_000;

  /** Normalises the text and refuses what is no comment with {@link InvalidInput}. */
  public Comment {
    value = TextRules.lines("comment", value, MAX_LENGTH);
  }
}
