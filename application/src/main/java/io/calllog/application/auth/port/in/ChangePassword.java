package io.calllog.application.auth.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.domain.auth.Password;

/** An officer takes another password. */
public interface ChangePassword {

  /**
   * Changes it and ends all other sessions of theirs. Access tokens given out so far are void
   * within five seconds; the session that the actor asks in goes on with its refresh token.
   *
   * @throws io.calllog.application.shared.Unauthenticated when the current password is wrong
   * @throws io.calllog.application.shared.TooManyRequests when it was wrong too often
   * @throws io.calllog.domain.shared.InvalidInput when the new one is the name or the e-mail
   * @throws io.calllog.domain.shared.Conflict {@code lost-race} when the account was changed
   *     meanwhile
   */
  void change(Command command);

  /**
   * The change wanted.
   *
   * @param caller who asks
   * @param current as typed
   * @param next what they will sign in with
   */
  record Command(Caller caller, String current, Password next) {

    /** Hides the password, so that it reaches no log. */
    @Override
    public String toString() {
      return "ChangePassword.Command[caller=" + caller + ", passwords hidden]";
    }
  }
}
