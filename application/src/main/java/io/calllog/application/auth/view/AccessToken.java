package io.calllog.application.auth.view;

import java.time.Duration;

/**
 * What an officer shows with each request.
 *
 * @param value opaque to its holder
 * @param lifetime how long it is good for
 */
public record AccessToken(String value, Duration lifetime) {

  /** Hides the token, so that it reaches no log. */
  @Override
  public String toString() {
    return "AccessToken[hidden]";
  }
}
