package io.calllog.rest.auth;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.application.auth.view.SignedIn;
import io.calllog.rest.officer.OfficerResponse;

record SignInResponse(OfficerResponse officer, @JsonUnwrapped TokensResponse tokens) {

  static SignInResponse from(SignedIn signedIn) {
    return new SignInResponse(
        OfficerResponse.from(signedIn.officer()), TokensResponse.from(signedIn.tokens()));
  }
}
