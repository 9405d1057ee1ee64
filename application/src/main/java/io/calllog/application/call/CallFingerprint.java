package io.calllog.application.call;

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
    for (FieldText field : FieldText.of(CallFacts.class)) {
      String text = field.read(facts);
      if (text != null) { // the length keeps free text from imitating another field
        canonical.append(';').append(field.name()).append(':').append(text.length());
        canonical.append(':').append(text);
      }
    }
    return new CallFingerprint(Sha256.hex(canonical.toString()));
  }
}
