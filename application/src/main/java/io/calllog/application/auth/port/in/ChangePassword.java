package io.calllog.application.auth.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.domain.auth.Password;

/** Changes the password of the signed-in officer. */
public interface ChangePassword {

  /**
   * Changes the password and ends all other sessions of the officer. Access tokens issued before
   * are revoked within five seconds; the session of the request continues with its latest refresh
   * token. If one of its refresh tokens was used twice, somebody may have a copy, and it ends too.
   *
   * @throws io.calllog.application.shared.Unauthenticated if the current password is wrong
   * @throws io.calllog.application.shared.TooManyRequests after too many wrong passwords
   * @throws io.calllog.domain.shared.InvalidInput if the new password equals the name or the e-mail
   *     address
   * @throws io.calllog.domain.shared.Conflict {@code lost-race} if the account was changed
   *     meanwhile
   */
  void change(Command command);

  /** The parameters. */
  record Command(Caller caller, String current, Password next) {

    /** Hides the passwords, so that they do not appear in logs. */
    @Override
    public String toString() {
      return "ChangePassword.Command[caller=" + caller + ", passwords hidden]";
    }
  }
}
