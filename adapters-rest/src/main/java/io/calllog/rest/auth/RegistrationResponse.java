package io.calllog.rest.auth;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.calllog.application.auth.view.Registration;
import io.calllog.rest.officer.OfficerResponse;
import org.jspecify.annotations.Nullable;

/** The account, with tokens if it is active. */
record RegistrationResponse(
    OfficerResponse officer,
    @JsonInclude(Include.NON_NULL) @Nullable String accessToken,
    @JsonInclude(Include.NON_NULL) @Nullable String tokenType,
    @JsonInclude(Include.NON_NULL) @Nullable Long expiresInSeconds,
    @JsonInclude(Include.NON_NULL) @Nullable String refreshToken) {

  static RegistrationResponse from(Registration registration) {
    OfficerResponse officer = OfficerResponse.from(registration.officer());
    if (registration.tokens() == null) {
      return new RegistrationResponse(officer, null, null, null, null);
    }
    var tokens = TokensResponse.from(registration.tokens());
    return new RegistrationResponse(
        officer,
        tokens.accessToken(),
        tokens.tokenType(),
        tokens.expiresInSeconds(),
        tokens.refreshToken());
  }

  /** Hides the tokens, so that they are not logged. */
  @Override
  public String toString() {
    return "RegistrationResponse[hidden]";
  }
}
