package io.calllog.rest.key;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.application.key.port.in.CreateKey.Created;

/** A new key with its text, which is shown only here. */
record CreatedKeyResponse(String key, @JsonUnwrapped KeyResponse stored) {

  static CreatedKeyResponse from(Created created) {
    return new CreatedKeyResponse(created.secret().value(), KeyResponse.from(created.key()));
  }

  /** Hides the key, so that it does not appear in logs. */
  @Override
  public String toString() {
    return "CreatedKeyResponse[hidden]";
  }
}
