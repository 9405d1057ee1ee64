package io.calllog.rest.auth;

import io.calllog.application.auth.port.in.SignIn;

record SignInRequest(String email, String password) {

  SignIn.Command toCommand(String address) {
    return new SignIn.Command(email, password, address);
  }

  @Override
  public String toString() {
    return "SignInRequest[email=" + email + ", password hidden]";
  }
}
