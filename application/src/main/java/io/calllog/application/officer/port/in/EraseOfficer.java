package io.calllog.application.officer.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.domain.officer.OfficerId;

/** Erases the personal data of an officer. */
public interface EraseOfficer {

  /**
   * Deletes the officer, ends their sessions, and erases name, contact data, password, and the
   * comments of their calls, in the audit trail as well. The officer may have been deleted before.
   * Calls and figures remain. This takes several transactions: if one after the first fails, the
   * officer is deleted, and repeating the request erases the rest.
   *
   * @throws io.calllog.domain.shared.NotFound if there is none, or the actor may not see them
   * @throws io.calllog.domain.shared.NotPermitted if the actor is not an administrator
   * @throws io.calllog.domain.shared.Conflict {@code last-administrator} if no active administrator
   *     would be left
   */
  void erase(Command command);

  record Command(Caller caller, OfficerId id) {}
}
