package io.calllog.application.followup.view;

import io.calllog.application.shared.SortedCopy;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.followup.FollowUpState;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A filter for follow-ups. An empty set or null means no restriction. The region is that of the
 * officer and includes those below it; {@code dueTo} is exclusive.
 *
 * @param overdue true for those that are open and were due before now, false for all others
 */
public record FollowUpFilter(
    Set<FollowUpState> states,
    Set<OfficerId> officers,
    Set<ClientId> clients,
    @Nullable RegionPath region,
    @Nullable Instant dueFrom,
    @Nullable Instant dueTo,
    @Nullable Boolean overdue) {

  /** Matches every follow-up. */
  public static final FollowUpFilter ALL =
      new FollowUpFilter(Set.of(), Set.of(), Set.of(), null, null, null, null);

  /** Copies the sets, sorted, so that equal filters are the same text. */
  public FollowUpFilter {
    states = SortedCopy.of(states);
    officers = SortedCopy.of(officers);
    clients = SortedCopy.of(clients);
  }
}
