package io.calllog.rest.call;

import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallOrder;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.Region;
import io.calllog.rest.shared.PageLimit;
import io.calllog.rest.shared.TimeRange;
import io.calllog.rest.shared.problem.MalformedRequest;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of all lists of calls.
 *
 * @param officerId of one of these officers
 * @param clientId with one of these clients
 * @param type of one of these types
 * @param outcome with one of these outcomes
 * @param region made at or below it
 * @param from started at this time or later
 * @param to started before this time
 * @param minDurationSeconds lasted this long or longer
 * @param externalId the id in another system
 * @param sort the order; newest first when null
 * @param limit most items
 * @param cursor where the page begins
 * @param count whether to count the items of all pages
 */
public record ListCallsParameters(
    Set<OfficerId> officerId,
    Set<ClientId> clientId,
    Set<CallType> type,
    Set<CallOutcome> outcome,
    @Nullable Region region,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable CallDuration minDurationSeconds,
    @Nullable ExternalId externalId,
    @Nullable CallSort sort,
    @Nullable PageLimit limit,
    @Nullable String cursor,
    @Nullable Boolean count) {

  /**
   * What the list is narrowed to.
   *
   * @throws MalformedRequest when the range ends before it begins
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
