package io.calllog.application.shared;

import org.jspecify.annotations.Nullable;

/**
 * Where a request came from, as far as it is known. What others said of themselves: kept to be
 * shown to people, never believed.
 *
 * @param address the network address of the client, as its text; null when it came from within
 * @param userAgent what the client calls itself; null when it does not say, cut after {@value
 *     #MAX_USER_AGENT} characters
 */
public record Origin(@Nullable String address, @Nullable String userAgent) {

  /** From within: a start, a job, a command of the operator. */
  public static final Origin INTERNAL = new Origin(null, null);

  private static final int MAX_USER_AGENT = 300;

  /** Takes control characters out of what the client calls itself, and what is too long off it. */
  public Origin {
    if (userAgent != null) {
      String printable = userAgent.replaceAll("\\p{Cntrl}", " ").strip();
      int end =
          printable.offsetByCodePoints(
              0, Math.min(MAX_USER_AGENT, printable.codePointCount(0, printable.length())));
      userAgent = printable.isEmpty() ? null : printable.substring(0, end);
    }
  }
}
