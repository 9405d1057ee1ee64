package io.calllog.application.followup.port.in;

import io.calllog.application.followup.view.FollowUpView;
import io.calllog.application.shared.Caller;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.InvalidInput;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Promises to call a client again. */
public interface CreateFollowUp {

  /**
   * Creates a follow-up. If the same request with an id was processed before, nothing is created
   * and the current follow-up is returned, even if the request would no longer be valid.
   *
   * @throws io.calllog.domain.shared.InvalidInput if the id is not a UUID of version 4 or 7, or the
   *     due time is out of range; {@code unknown-reference} if the actor cannot see the officer or
   *     the client
   * @throws io.calllog.domain.shared.NotPermitted if the actor may not promise calls of the officer
   * @throws io.calllog.domain.shared.Conflict {@code follow-up-id-taken} if the id was used by
   *     another request, {@code follow-up-deleted} if the follow-up of this request was deleted
   */
  Result create(Command command);

  /** The parameters. A null id is generated; a null officer is the actor. */
  record Command(
      Caller caller,
      @Nullable FollowUpId id,
      ClientId clientId,
      @Nullable OfficerId officerId,
      Instant dueAt,
      @Nullable Comment note) {

    /** Throws {@link InvalidInput} without an officer if the actor is a key. */
    public Command {
      if (officerId == null && caller.actor().officer() == null) {
        throw new InvalidInput("officerId", "required", "is required when a key promises the call");
      }
    }

    /** Returns the officer who owes the call. */
    public OfficerId officer() {
      return officerId == null ? caller.actor().requireOfficer() : officerId;
    }
  }

  /** The follow-up as stored; {@code repeated} if the same request created it before. */
  record Result(FollowUpView followUp, boolean repeated) {}
}
