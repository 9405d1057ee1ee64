package io.calllog.rest.followup;

import io.calllog.application.followup.view.FollowUpFilter;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.followup.FollowUpState;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.RegionPath;
import io.calllog.rest.shared.TimeBound;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query parameters that say which follow-ups a list contains. */
record FollowUpFilterParameters(
    Set<FollowUpState> state,
    Set<OfficerId> officerId,
    Set<ClientId> clientId,
    @Nullable RegionPath region,
    @Nullable TimeBound dueFrom,
    @Nullable TimeBound dueTo,
    @Nullable Boolean overdue) {

  /**
   * The filter that these parameters describe.
   *
   * @throws InvalidInput if the range ends before it begins
   */
  FollowUpFilter toFilter() {
    Instant from = TimeBound.valueOf(dueFrom);
    Instant to = TimeBound.valueOf(dueTo);
    if (from != null && to != null && from.isAfter(to)) {
      throw new InvalidInput("dueTo", "out-of-range", "must not be before 'dueFrom'");
    }
    return new FollowUpFilter(state, officerId, clientId, region, from, to, overdue);
  }
}
