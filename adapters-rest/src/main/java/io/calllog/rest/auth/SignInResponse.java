package io.calllog.rest.auth;

import io.calllog.application.auth.view.SignedIn;
import io.calllog.rest.officer.OfficerResponse;

record SignInResponse(
    OfficerResponse officer, String accessToken, String tokenType, long expiresInSeconds) {

  static final String TOKEN_TYPE = "Bearer";

  static SignInResponse from(SignedIn signedIn) {
    return new SignInResponse(
        OfficerResponse.from(signedIn.officer()),
        signedIn.token().value(),
        TOKEN_TYPE,
        signedIn.token().lifetime().toSeconds());
  }
}
