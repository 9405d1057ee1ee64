package io.calllog.application.officer.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.auth.Password;
import io.calllog.domain.officer.OfficerId;

/** Sets the password of another officer. */
public interface ResetPassword {

  /**
   * Sets the password and ends all sessions of the officer. Access tokens issued before are revoked
   * within five seconds.
   *
   * @throws io.calllog.domain.shared.NotFound if the actor may not see the officer
   * @throws io.calllog.domain.shared.NotPermitted if the actor may not set this password, which is
   *     always so for their own
   * @throws io.calllog.application.shared.VersionMismatch if the current version is not expected
   * @throws io.calllog.domain.shared.InvalidInput if the password equals the name or the e-mail
   *     address
   */
  void reset(Command command);

  record Command(Caller caller, OfficerId id, ExpectedVersion expected, Password password) {}
}
