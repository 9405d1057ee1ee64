package io.calllog.rest.officer;

import io.calllog.application.officer.port.in.ResetPassword;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Precondition;
import io.calllog.domain.auth.Password;
import io.calllog.domain.officer.OfficerId;

record ResetPasswordRequest(Password newPassword) {

  ResetPassword.Command toCommand(Caller caller, OfficerId id, Precondition precondition) {
    return new ResetPassword.Command(caller, id, precondition, newPassword);
  }
}
