package io.calllog.application.officer.port.in;

import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.Caller;
import io.calllog.domain.auth.Password;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.shared.NotPermitted;

/** An administrator makes an account for somebody. */
public interface CreateOfficer {

  /**
   * Makes the account.
   *
   * @throws NotPermitted when the actor is no administrator
   * @throws io.calllog.domain.shared.InvalidInput when the password is the name or the e-mail
   * @throws io.calllog.domain.shared.Conflict {@code email-taken}
   */
  OfficerView create(Command command);

  /**
   * The account wanted.
   *
   * @param caller who asks
   * @param details about the new officer
   * @param password the one they will sign in with
   */
  record Command(Caller caller, OfficerDetails details, Password password) {}
}
