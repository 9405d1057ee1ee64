package io.calllog.rest.auth;

import io.calllog.application.auth.view.TokenPair;

/** A new pair of tokens. */
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

  /** Hides the tokens, so that they are not logged. */
  @Override
  public String toString() {
    return "TokensResponse[hidden]";
  }
}
