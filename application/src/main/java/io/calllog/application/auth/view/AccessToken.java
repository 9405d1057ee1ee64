package io.calllog.application.auth.view;

import java.time.Duration;

/** The token that an officer sends with each request; opaque to clients. */
public record AccessToken(String value, Duration lifetime) {

  /** Hides the token, so that it does not appear in logs. */
  @Override
  public String toString() {
    return "AccessToken[hidden]";
  }
}
