package io.calllog.rest.auth;

import io.calllog.application.auth.port.in.ChangePassword;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.Password;

record ChangePasswordRequest(String currentPassword, Password newPassword) {

  ChangePassword.Command toCommand(Actor actor) {
    return new ChangePassword.Command(actor, currentPassword, newPassword);
  }

  @Override
  public String toString() {
    return "ChangePasswordRequest[hidden]";
  }
}
