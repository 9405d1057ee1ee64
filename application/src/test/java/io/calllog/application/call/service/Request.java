package io.calllog.application.call.service;

import io.calllog.application.call.port.in.LogCall.Command;
import io.calllog.application.shared.Caller;
import io.calllog.application.testing.Samples;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.PhoneNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request to log a successful outgoing call of 60 seconds. */
record Request(
    Actor actor,
    @Nullable CallId id,
    @Nullable OfficerId officer,
    @Nullable ClientId client,
    Instant start,
    @Nullable Comment comment,
    @Nullable PhoneNumber number) {

  /** Creates a request for a call of the actor that starts now. */
  static Request by(Actor actor) {
    return new Request(actor, null, null, null, Samples.NOW, null, null);
  }

  Request as(CallId newId) {
    return new Request(actor, newId, officer, client, start, comment, number);
  }

  Request of(OfficerId newOfficer) {
    return new Request(actor, id, newOfficer, client, start, comment, number);
  }

  Request with(ClientId newClient) {
    return new Request(actor, id, officer, newClient, start, comment, number);
  }

  Request at(Instant newStart) {
    return new Request(actor, id, officer, client, newStart, comment, number);
  }

  Request saying(String text) {
    return new Request(actor, id, officer, client, start, new Comment(text), number);
  }

  Request from(PhoneNumber newNumber) {
    return new Request(actor, id, officer, client, start, comment, newNumber);
  }

  Command command() {
    return new Command(
        Caller.internal(actor),
        id,
        officer,
        new CallFacts(
            client,
            CallType.OUTGOING,
            CallOutcome.SUCCESSFUL,
            new CallDuration(60),
            start,
            comment,
            null,
            number));
  }
}
