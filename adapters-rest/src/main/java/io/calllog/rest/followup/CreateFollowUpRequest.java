package io.calllog.rest.followup;

import io.calllog.application.followup.port.in.CreateFollowUp;
import io.calllog.application.shared.Caller;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.officer.OfficerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The body that creates a follow-up. */
record CreateFollowUpRequest(
    @Nullable FollowUpId id,
    ClientId clientId,
    @Nullable OfficerId officerId,
    Instant dueAt,
    @Nullable Comment note) {

  CreateFollowUp.Command toCommand(Caller caller) {
    return new CreateFollowUp.Command(caller, id, clientId, officerId, dueAt, note);
  }
}
