package io.calllog.rest.call;

import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.shared.SearchText;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.RegionPath;
import io.calllog.rest.shared.TimeBound;
import io.calllog.rest.shared.TimeRange;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters that say which calls a list contains, in which order. Several values of one
 * parameter are alternatives.
 */
public record CallFilterParameters(
    Set<OfficerId> officerId,
    Set<ClientId> clientId,
    Set<CallType> type,
    Set<CallOutcome> outcome,
    @Nullable RegionPath region,
    @Nullable TimeBound from,
    @Nullable TimeBound to,
    @Nullable CallDuration minDurationSeconds,
    @Nullable ExternalId externalId,
    @Nullable SearchText q,
    @Nullable CallSort sort) {

  /**
   * The filter that these parameters describe.
   *
   * @throws InvalidInput if the range ends before it begins
   */
  public CallFilter toFilter() {
    Instant start = TimeBound.valueOf(from);
    Instant end = TimeBound.valueOf(to);
    TimeRange.requireForward(start, end);
    return new CallFilter(
        officerId,
        clientId,
        type,
        outcome,
        region,
        start,
        end,
        minDurationSeconds == null ? null : minDurationSeconds.seconds(),
        externalId,
        q);
  }

  /** The order of the list. */
  public CallOrder order() {
    return sort == null ? CallOrder.LATEST_FIRST : sort.order();
  }
}
