package io.calllog.rest.officer;

import io.calllog.application.officer.port.in.ResetPassword;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.auth.Password;
import io.calllog.domain.officer.OfficerId;

record ResetPasswordRequest(Password newPassword) {

  ResetPassword.Command toCommand(Caller caller, OfficerId id, ExpectedVersion expected) {
    return new ResetPassword.Command(caller, id, expected, newPassword);
  }
}
