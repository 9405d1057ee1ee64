package io.calllog.application.call;

import io.calllog.application.shared.Sha256;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.officer.OfficerId;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two requests to log a call ask for the same one. Kept with a call whose id the
 * client made, so that a repeat is recognised even after the call was changed.
 *
 * @param hex a SHA-256 hash of whose call it is and of its facts, in 64 hexadecimal digits
 */
public record CallFingerprint(String hex) {

  /** The fingerprint of a request; times are compared as instants, texts as they are kept. */
  public static CallFingerprint of(OfficerId officer, CallFacts facts) {
    String canonical =
        Stream.of(
                officer,
                facts.clientId(),
                facts.type(),
                facts.outcome(),
                facts.duration().seconds(),
                facts.startedAt(),
                facts.comment() == null ? null : facts.comment().value())
            .map(CallFingerprint::field)
            .collect(Collectors.joining());
    return new CallFingerprint(Sha256.hex(canonical));
  }

  /** Length first, so that no two lists of fields read the same. */
  private static String field(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    return (value == null ? "-" : text.length()) + ":" + text;
  }
}
