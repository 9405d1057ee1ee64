package io.calllog.rest.auth;

import io.calllog.application.auth.port.in.SignIn;

record SignInRequest(String email, String password) {

  SignIn.Command toCommand() {
    return new SignIn.Command(email, password);
  }

  @Override
  public String toString() {
    return "SignInRequest[email=" + email + ", password hidden]";
  }
}
