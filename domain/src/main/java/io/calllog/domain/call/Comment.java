package io.calllog.domain.call;

import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.TextRules;

/** A comment on a call: 1 to 4,000 characters with line breaks, trimmed, in Unicode form C. */
public record Comment(String value) {

  /** The maximum number of characters. */
  public static final int MAX_LENGTH = 4_000;

  /**
   * Throws {@link InvalidInput} if the text is blank, too long, or has other control characters.
   */
  public Comment {
    value = TextRules.lines("comment", value, MAX_LENGTH);
  }
}
