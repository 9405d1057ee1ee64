package io.calllog.rest.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.application.call.port.in.LogCall;
import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallFollowUps;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.call.view.CallView;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.application.shared.Slice;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.RegionPath;
import io.calllog.rest.shared.ItemsResponse;
import io.calllog.rest.shared.ListRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call in JSON.
 *
 * @param officerName the current name of the officer
 * @param clientName the current name of the client; null if the reader does not see the client
 * @param region the region of the officer when the call was logged
 * @param followUpId the follow-up that it made; only in the answer to the request that logged it
 * @param completedFollowUpIds those that it completed, likewise
 */
public record CallResponse(
    CallId id,
    OfficerId officerId,
    String officerName,
    @Nullable String clientName,
    @JsonUnwrapped CallFacts facts,
    RegionPath region,
    LoggedBy loggedBy,
    Instant loggedAt,
    Instant updatedAt,
    long version,
    @JsonInclude(Include.NON_NULL) @Nullable FollowUpId followUpId,
    @JsonInclude(Include.NON_EMPTY) List<FollowUpId> completedFollowUpIds) {

  /** The officer or the key that logged the call, with the current name. */
  public record LoggedBy(ActorId id, String name) {}

  /** The JSON form of the view. */
  public static CallResponse from(CallView view) {
    return from(view, CallFollowUps.NONE);
  }

  /** The answer to a request that logged the call, now or before. */
  static CallResponse logged(LogCall.Result result) {
    return from(result.call(), result.followUps());
  }

  private static CallResponse from(CallView view, CallFollowUps followUps) {
    Call call = view.call();
    return new CallResponse(
        call.id(),
        call.officerId(),
        view.officerName(),
        view.clientName(),
        call.facts(),
        call.region(),
        new LoggedBy(call.loggedBy(), view.loggedByName()),
        call.loggedAt(),
        call.updatedAt(),
        call.version(),
        followUps.made(),
        followUps.completed());
  }

  /**
   * The first page of a list of calls, embedded in another response.
   *
   * @param whose the id of the officer or the client that the calls belong to
   */
  public static ItemsResponse<CallResponse> page(Object whose, Slice<CallView, ByStart> slice) {
    return ListRequest.embedded(
        slice, CallResponse::from, CallFilter.ALL, CallOrder.LATEST_FIRST, whose);
  }
}
