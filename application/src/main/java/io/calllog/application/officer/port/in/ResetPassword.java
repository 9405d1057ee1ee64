package io.calllog.application.officer.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.auth.Password;
import io.calllog.domain.officer.OfficerId;

/** Somebody above gives an officer a new password. */
public interface ResetPassword {

  /**
   * Changes the password and ends all sessions of the officer; access tokens given out so far are
   * void within five seconds.
   *
   * @throws io.calllog.domain.shared.NotFound when the actor may not see the officer
   * @throws io.calllog.domain.shared.NotPermitted when the actor may not do it, as for oneself
   * @throws io.calllog.application.shared.VersionMismatch when the current version is not expected
   * @throws io.calllog.domain.shared.InvalidInput when the password is the name or the e-mail
   */
  void reset(Command command);

  /**
   * The password wanted.
   *
   * @param caller who asks
   * @param id of which officer
   * @param expected the versions that the change applies to
   * @param password what they will sign in with
   */
  record Command(Caller caller, OfficerId id, ExpectedVersion expected, Password password) {}
}
