package io.calllog.application.call.service;

import static io.calllog.application.audit.AuditAction.CALL_CHANGED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.call.port.in.ReviseCall;
import io.calllog.application.call.port.out.CallRepository;
import io.calllog.application.call.port.out.CallViews;
import io.calllog.application.call.view.CallView;
import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.officer.port.out.OfficerViews;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Violation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@UseCase(TxMode.WRITE)
final class ReviseCallService implements ReviseCall {

  private final CallRepository calls;
  private final CallViews views;
  private final ClientViews clients;
  private final OfficerViews officers;
  private final AuditTrail trail;
  private final InstantSource clock;

  ReviseCallService(
      CallRepository calls,
      CallViews views,
      ClientViews clients,
      OfficerViews officers,
      AuditTrail trail,
      InstantSource clock) {
    this.calls = calls;
    this.views = views;
    this.clients = clients;
    this.officers = officers;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public CallView revise(Command command) {
    Actor actor = command.caller().actor();
    Call call = VisibleCall.lock(calls, command.id(), views, actor);
    call.requireChangeableBy(actor);
    Edit requested = command.changes().apply(call);
    boolean given = !requested.officerId().equals(call.officerId());
    if (given) {
      call.requireGivableBy(actor);
    }
    Instant now = clock.instant();
    Optional<OfficerView> officer =
        given ? officers.find(requested.officerId(), actor.seesOfficers()) : Optional.empty();
    Call placed =
        officer
            .map(found -> call.giveTo(found.id(), found.details().region(), actor, now))
            .orElse(call);
    command.expected().require(call.version());
    CallFacts facts = known(call, requested, given && officer.isEmpty(), actor, now);
    Call revised = placed.revise(_ -> facts, actor, now);
    if (!revised.equals(call)) {
      calls.update(revised);
      trail.record(
          done(
              now,
              command.caller(),
              CALL_CHANGED,
              Subject.of(call, revised),
              changes(call, revised)));
    }
    return VisibleCall.view(views, command.id(), actor);
  }

  private static List<FieldChange> changes(Call call, Call revised) {
    List<FieldChange> changes = new ArrayList<>();
    if (!revised.officerId().equals(call.officerId())) {
      changes.add(
          FieldChange.of("officerId", call.officerId().toString(), revised.officerId().toString()));
    }
    changes.addAll(FieldChanges.between(call.facts(), revised.facts()));
    return changes;
  }

  /**
   * Returns the facts, with the client that a merged one stands for. Reports all that is wrong with
   * the edit, if the actor does not see something it names.
   */
  private CallFacts known(Call call, Edit edit, boolean unknownOfficer, Actor actor, Instant now) {
    List<Violation> violations = new ArrayList<>();
    if (unknownOfficer) {
      violations.add(
          new Violation("officerId", "unknown-reference", "must be an officer you can see"));
    }
    CallFacts facts = edit.facts();
    ClientId client = facts.clientId();
    if (client != null
        && !client.equals(call.facts().clientId())
        && clients.find(client, actor.seesClients()).isEmpty()) {
      Optional<Client> other = clients.findMergedInto(client, actor.seesClients());
      if (other.isPresent()) {
        facts = facts.with(other.get().id());
      } else {
        violations.add(
            new Violation("clientId", "unknown-reference", "must be a client you can see"));
      }
    }
    if (violations.isEmpty()) {
      return facts;
    }
    Instant startedAt = facts.startedAt();
    if (!startedAt.equals(call.facts().startedAt())) {
      violations.addAll(Call.violations(call.id(), startedAt, now));
    }
    throw new InvalidInput(violations);
  }
}
