package io.calllog.application.officer.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.domain.officer.OfficerId;

/**
 * An administrator erases the personal data of an officer, deleted or not. The calls and the
 * figures stay.
 */
public interface EraseOfficer {

  /**
   * Removes name, contact data and password of the officer and the comments of their calls for
   * good, also in the audit trail, hides the officer and ends their sessions. This takes several
   * transactions: when it fails after the first, the officer is hidden, and a repeated request
   * erases the rest.
   *
   * @throws io.calllog.domain.shared.NotFound when there is none, or the actor may not see them
   * @throws io.calllog.domain.shared.NotPermitted when the actor is no administrator
   * @throws io.calllog.domain.shared.Conflict {@code last-administrator} when no active
   *     administrator would be left
   */
  void erase(Command command);

  /**
   * The erasure wanted.
   *
   * @param caller who asks
   * @param id of whom
   */
  record Command(Caller caller, OfficerId id) {}
}
