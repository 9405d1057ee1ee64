package io.calllog.application.shared;

import io.calllog.domain.shared.TextRules;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The source of a request. The values are unverified: they are for display only.
 *
 * @param address the network address of the client; null if the request came from inside the system
 * @param userAgent the user agent, at most {@value #MAX_USER_AGENT} characters; null if unknown
 */
public record Origin(@Nullable String address, @Nullable String userAgent) {

  /** Inside the system: start-up, a job, or a command of the operator. */
  public static final Origin INTERNAL = new Origin(null, null);

  private static final int MAX_USER_AGENT = 300;

  /** Control characters of both blocks, surrogates, line separators and format characters. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Cf}]");

  /** Replaces characters that are not seen in the user agent, and truncates it. */
  public Origin {
    if (userAgent != null) {
      String printable = TextRules.trimmed(UNSEEN.matcher(userAgent).replaceAll(" "));
      int end =
          printable.offsetByCodePoints(
              0, Math.min(MAX_USER_AGENT, printable.codePointCount(0, printable.length())));
      userAgent = printable.isEmpty() ? null : printable.substring(0, end);
    }
  }
}
