package io.calllog.application.call.view;

import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is told about a call.
 *
 * @param id which call this is
 * @param officerId whose call it is
 * @param officerName what that officer is called now, also after they left
 * @param clientId who was on the other end
 * @param clientName what that client is called now, also after it was deleted
 * @param type who called whom
 * @param outcome what came of it
 * @param durationSeconds how long it took
 * @param startedAt when it began
 * @param comment what the officer noted
 * @param region the path of the region it was made in
 * @param loggedAt when it was entered
 * @param updatedAt when it was last changed
 * @param version counts the changes
 */
public record CallView(
    CallId id,
    OfficerId officerId,
    String officerName,
    @Nullable ClientId clientId,
    @Nullable String clientName,
    CallType type,
    CallOutcome outcome,
    int durationSeconds,
    Instant startedAt,
    @Nullable String comment,
    String region,
    Instant loggedAt,
    Instant updatedAt,
    long version) {

  /** The view of a call that was just stored, whose officer and client have these names. */
  public static CallView of(Call call, String officerName, @Nullable String clientName) {
    var facts = call.facts();
    return new CallView(
        call.id(),
        call.officerId(),
        officerName,
        facts.clientId(),
        clientName,
        facts.type(),
        facts.outcome(),
        facts.duration().seconds(),
        facts.startedAt(),
        facts.comment() == null ? null : facts.comment().value(),
        call.region().path(),
        call.loggedAt(),
        call.updatedAt(),
        call.version());
  }
}
