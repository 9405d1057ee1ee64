package io.calllog.domain.call;

import io.calllog.domain.client.ClientId;
import io.calllog.domain.shared.Change;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to change about a call, field by field ({@link CallFacts}).
 *
 * @param clientId of the client
 * @param type of the type
 * @param outcome of the outcome
 * @param duration of the duration
 * @param startedAt of the start
 * @param comment of the comment
 */
public record CallChanges(
    Change<@Nullable ClientId> clientId,
    Change<CallType> type,
    Change<CallOutcome> outcome,
    Change<CallDuration> duration,
    Change<Instant> startedAt,
    Change<@Nullable Comment> comment) {

  /** The facts as they are after the change. */
  public CallFacts applyTo(CallFacts current) {
    return new CallFacts(
        clientId.applyTo(current.clientId()),
        type.applyTo(current.type()),
        outcome.applyTo(current.outcome()),
        duration.applyTo(current.duration()),
        startedAt.applyTo(current.startedAt()),
        comment.applyTo(current.comment()));
  }
}
