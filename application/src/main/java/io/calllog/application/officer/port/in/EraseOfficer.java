package io.calllog.application.officer.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.domain.officer.OfficerId;

/**
 * An administrator has the personal data of an officer erased, be it of one deleted before. What
 * they did stays, and so do the figures.
 */
public interface EraseOfficer {

  /**
   * Removes name, contacts and password of the officer and the comments of their calls, for good,
   * in the audit trail too; the officer is hidden and signed out. Again, it changes nothing more.
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
