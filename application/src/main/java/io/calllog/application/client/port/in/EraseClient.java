package io.calllog.application.client.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.domain.client.ClientId;

/** Erases the personal data of a client. */
public interface EraseClient {

  /**
   * Deletes the client and erases its name, company, and contact data, the comments of its calls,
   * and the notes of its follow-ups, in the audit trail as well. The client may have been deleted
   * before. Calls and figures remain. This takes several transactions: if one after the first
   * fails, the client is deleted, and repeating the request erases the rest.
   *
   * @throws io.calllog.domain.shared.NotFound if there is none, or the actor may not see it
   * @throws io.calllog.application.shared.ClientMerged if it was merged into another one
   * @throws io.calllog.domain.shared.NotPermitted if the actor is not an administrator
   */
  void erase(Command command);

  record Command(Caller caller, ClientId id) {}
}
