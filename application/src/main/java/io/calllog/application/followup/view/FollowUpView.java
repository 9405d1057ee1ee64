package io.calllog.application.followup.view;

import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.followup.FollowUpId;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up with the current names of its officer and its client, who may be deleted.
 *
 * @param clientName null if the reader does not see the region or the owner of the client
 */
public record FollowUpView(FollowUp followUp, String officerName, @Nullable String clientName) {

  public FollowUpId id() {
    return followUp.id();
  }
}
