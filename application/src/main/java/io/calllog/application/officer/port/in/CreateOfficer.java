package io.calllog.application.officer.port.in;

import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.Caller;
import io.calllog.domain.auth.Password;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.shared.NotPermitted;

/** Creates an account for an officer. */
public interface CreateOfficer {

  /**
   * Creates the account.
   *
   * @throws NotPermitted if the actor is not an administrator
   * @throws io.calllog.domain.shared.InvalidInput if the password equals the name or the e-mail
   *     address, or if an officer who is no manager leads regions; {@code unknown-reference} if a
   *     region does not exist
   * @throws io.calllog.domain.shared.Conflict {@code email-taken}
   */
  OfficerView create(Command command);

  record Command(Caller caller, OfficerDetails details, Password password) {}
}
