package io.calllog.rest.auth;

import io.calllog.application.auth.view.TokenPair;

/** What a device holds from now on. */
record TokensResponse(
    String accessToken, String tokenType, long expiresInSeconds, String refreshToken) {

  static final String TYPE = "Bearer";

  static TokensResponse from(TokenPair tokens) {
    return new TokensResponse(
        tokens.access().value(),
        TYPE,
        tokens.access().lifetime().toSeconds(),
        tokens.refresh().value());
  }

  /** Hides the tokens, so that they reach no log. */
  @Override
  public String toString() {
    return "TokensResponse[hidden]";
  }
}
