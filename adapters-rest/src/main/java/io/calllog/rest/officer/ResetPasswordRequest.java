package io.calllog.rest.officer;

import io.calllog.application.officer.port.in.ResetPassword;
import io.calllog.application.shared.Precondition;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Password;

record ResetPasswordRequest(Password newPassword) {

  ResetPassword.Command toCommand(Actor actor, OfficerId id, Precondition precondition) {
    return new ResetPassword.Command(actor, id, precondition, newPassword);
  }
}
