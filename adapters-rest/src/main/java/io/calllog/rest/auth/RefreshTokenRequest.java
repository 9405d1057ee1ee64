package io.calllog.rest.auth;

import io.calllog.domain.officer.RefreshSecret;

record RefreshTokenRequest(String refreshToken) {

  RefreshSecret toSecret() {
    return new RefreshSecret(refreshToken);
  }

  @Override
  public String toString() {
    return "RefreshTokenRequest[hidden]";
  }
}
