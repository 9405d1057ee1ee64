package io.calllog.rest.auth;

import io.calllog.application.auth.session.RefreshSecret;

record RefreshTokenRequest(String refreshToken) {

  RefreshSecret toSecret() {
    return new RefreshSecret(refreshToken);
  }

  @Override
  public String toString() {
    return "RefreshTokenRequest[hidden]";
  }
}
