package io.calllog.application.call;

import io.calllog.application.call.port.in.LogCall.Command;
import io.calllog.application.call.port.in.LogCall.Completion;
import io.calllog.application.shared.FieldText;
import io.calllog.application.shared.Sha256;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.officer.OfficerId;

/**
 * Identifies a request to log a call: the SHA-256 hash of the officer and the facts. It is stored
 * if the client chose the id, to recognise a repeated request even after the call was changed.
 */
public record CallFingerprint(String hex) {

  /** Computes the fingerprint. Null facts do not count, so new optional fields do not change it. */
  public static CallFingerprint of(OfficerId officer, CallFacts facts) {
    var canonical = new StringBuilder(officer.toString());
    append(canonical, facts);
    return new CallFingerprint(Sha256.hex(canonical.toString()));
  }

  /** Computes the fingerprint of a request that can also make and complete follow-ups. */
  public static CallFingerprint of(Command command) {
    var canonical = new StringBuilder(command.officer().toString());
    append(canonical, command.facts());
    if (command.followUp() != null) {
      append(canonical, command.followUp());
    }
    if (!command.completes().equals(Completion.DUE)) {
      append(canonical, command.completes());
    }
    return new CallFingerprint(Sha256.hex(canonical.toString()));
  }

  private static void append(StringBuilder canonical, Record values) {
    for (FieldText field : FieldText.of(values.getClass())) {
      String text = field.read(values);
      if (text != null) { // the length keeps free text from imitating another field
        canonical.append(';').append(field.name()).append(':').append(text.length());
        canonical.append(':').append(text);
      }
    }
  }
}
