package io.calllog.rest.call;

import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.call.view.CallView;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.application.shared.Slice;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.rest.shared.ItemsResponse;
import io.calllog.rest.shared.ListRequest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call on the wire; the fields are those of {@link CallView}.
 *
 * @param id which call this is
 * @param officerId whose call it is
 * @param officerName what that officer is called now
 * @param clientId who was on the other end
 * @param clientName what that client is called now
 * @param type who called whom
 * @param outcome what came of it
 * @param durationSeconds how long it took
 * @param startedAt when it began
 * @param comment what the officer noted
 * @param region the region it was made in
 * @param loggedAt when it was entered
 * @param updatedAt when it was last changed
 */
public record CallResponse(
    UUID id,
    UUID officerId,
    String officerName,
    @Nullable UUID clientId,
    @Nullable String clientName,
    CallType type,
    CallOutcome outcome,
    int durationSeconds,
    Instant startedAt,
    @Nullable String comment,
    String region,
    Instant loggedAt,
    Instant updatedAt) {

  /** The wire form of the view. */
  public static CallResponse from(CallView view) {
    return new CallResponse(
        view.id().value(),
        view.officerId().value(),
        view.officerName(),
        view.clientId() == null ? null : view.clientId().value(),
        view.clientName(),
        view.type(),
        view.outcome(),
        view.durationSeconds(),
        view.startedAt(),
        view.comment(),
        view.region(),
        view.loggedAt(),
        view.updatedAt());
  }

  /**
   * The first page of a list of calls, embedded in another answer.
   *
   * @param whose the officer or the client whose list of calls this is
   */
  public static ItemsResponse<CallResponse> page(Object whose, Slice<CallView, ByStart> slice) {
    return ListRequest.embedded(
        slice, CallResponse::from, CallFilter.ALL, CallOrder.LATEST_FIRST, whose);
  }
}
