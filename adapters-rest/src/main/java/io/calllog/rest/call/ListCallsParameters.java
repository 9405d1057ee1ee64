package io.calllog.rest.call;

import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallOrder;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.RegionPath;
import io.calllog.rest.shared.PageLimit;
import io.calllog.rest.shared.TimeRange;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query parameters of all lists of calls. Several values of one parameter are alternatives. */
public record ListCallsParameters(
    Set<OfficerId> officerId,
    Set<ClientId> clientId,
    Set<CallType> type,
    Set<CallOutcome> outcome,
    @Nullable RegionPath region,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable CallDuration minDurationSeconds,
    @Nullable ExternalId externalId,
    @Nullable CallSort sort,
    @Nullable PageLimit limit,
    @Nullable String cursor,
    @Nullable Boolean count) {

  /**
   * The filter that these parameters describe.
   *
   * @throws InvalidInput if the range ends before it begins
   */
  public CallFilter toFilter() {
    TimeRange.requireForward(from, to);
    return new CallFilter(
        officerId,
        clientId,
        type,
        outcome,
        region,
        from,
        to,
        minDurationSeconds == null ? null : minDurationSeconds.seconds(),
        externalId);
  }

  /** The order of the list. */
  public CallOrder order() {
    return sort == null ? CallOrder.LATEST_FIRST : sort.order();
  }
}
