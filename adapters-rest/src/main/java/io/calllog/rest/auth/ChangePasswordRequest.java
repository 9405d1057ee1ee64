package io.calllog.rest.auth;

import io.calllog.application.auth.port.in.ChangePassword;
import io.calllog.application.shared.Caller;
import io.calllog.domain.auth.Password;

record ChangePasswordRequest(String currentPassword, Password newPassword) {

  ChangePassword.Command toCommand(Caller caller) {
    return new ChangePassword.Command(caller, currentPassword, newPassword);
  }

  @Override
  public String toString() {
    return "ChangePasswordRequest[hidden]";
  }
}
