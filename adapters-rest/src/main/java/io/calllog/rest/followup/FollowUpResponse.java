package io.calllog.rest.followup;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.application.followup.view.FollowUpView;
import io.calllog.domain.call.CallId;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.followup.FollowUpDetails;
import io.calllog.domain.followup.FollowUpId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up in JSON.
 *
 * @param clientName the current name of the client; null if the reader does not see the client
 * @param officerName the current name of the officer
 */
public record FollowUpResponse(
    FollowUpId id,
    ClientId clientId,
    @Nullable String clientName,
    String officerName,
    @JsonUnwrapped FollowUpDetails details,
    @Nullable CallId fromCallId,
    @Nullable CallId doneByCallId,
    @Nullable Instant doneAt,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /** The JSON form of the view. */
  public static FollowUpResponse from(FollowUpView view) {
    FollowUp followUp = view.followUp();
    return new FollowUpResponse(
        followUp.id(),
        followUp.clientId(),
        view.clientName(),
        view.officerName(),
        followUp.details(),
        followUp.fromCallId(),
        followUp.doneByCallId(),
        followUp.doneAt(),
        followUp.createdAt(),
        followUp.updatedAt(),
        followUp.version());
  }
}
