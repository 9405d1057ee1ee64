package io.calllog.rest.auth;

import io.calllog.application.auth.port.in.SignIn;
import io.calllog.application.shared.Origin;

record SignInRequest(String email, String password) {

  SignIn.Command toCommand(Origin origin) {
    return new SignIn.Command(email, password, origin);
  }

  @Override
  public String toString() {
    return "SignInRequest[email=" + email + ", password hidden]";
  }
}
