package io.calllog.application.call.service;

import static io.calllog.application.audit.AuditAction.CALL_CHANGED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.call.port.in.ReviseCall;
import io.calllog.application.call.port.out.CallRepository;
import io.calllog.application.call.port.out.CallViews;
import io.calllog.application.call.view.CallView;
import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Violation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

@UseCase(TxMode.WRITE)
final class ReviseCallService implements ReviseCall {

  private final CallRepository calls;
  private final CallViews views;
  private final ClientViews clients;
  private final AuditTrail trail;
  private final InstantSource clock;

  ReviseCallService(
      CallRepository calls,
      CallViews views,
      ClientViews clients,
      AuditTrail trail,
      InstantSource clock) {
    this.calls = calls;
    this.views = views;
    this.clients = clients;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public CallView revise(Command command) {
    Actor actor = command.caller().actor();
    Call call = VisibleCall.lock(calls, command.id(), views, actor);
    call.requireChangeableBy(actor);
    Edit edit = command.changes().apply(call);
    call.requireOfficer(edit.officerId());
    command.expected().require(call.version());
    Instant now = clock.instant();
    requireKnownClient(call, edit.facts(), actor, now);
    Call revised = call.revise(_ -> edit.facts(), actor, now);
    if (!revised.equals(call)) {
      calls.update(revised);
      var changes = FieldChanges.between(call.facts(), revised.facts());
      trail.record(done(now, command.caller(), CALL_CHANGED, Subject.of(call, revised), changes));
    }
    return VisibleCall.view(views, command.id(), actor);
  }

  private void requireKnownClient(Call call, CallFacts wanted, Actor actor, Instant now) {
    CallFacts known = call.facts();
    ClientId client = wanted.clientId();
    if (client == null
        || client.equals(known.clientId())
        || clients.find(client, actor.seesClients()).isPresent()) {
      return;
    }
    List<Violation> violations = new ArrayList<>();
    if (!wanted.startedAt().equals(known.startedAt())) {
      violations.addAll(Call.violations(call.id(), wanted.startedAt(), now));
    }
    violations.add(new Violation("clientId", "unknown-reference", "must be a client you can see"));
    throw new InvalidInput(violations);
  }
}
