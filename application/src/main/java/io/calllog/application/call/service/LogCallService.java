package io.calllog.application.call.service;

import io.calllog.application.call.CallFingerprint;
import io.calllog.application.call.port.in.LogCall;
import io.calllog.application.call.port.out.CallRepository;
import io.calllog.application.call.port.out.CallRepository.UsedId;
import io.calllog.application.call.port.out.CallViews;
import io.calllog.application.call.view.CallView;
import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.officer.port.out.OfficerViews;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.NotFound;
import io.calllog.domain.shared.RegionPath;
import io.calllog.domain.shared.Violation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@UseCase(TxMode.WRITE)
final class LogCallService implements LogCall {

  private final CallRepository calls;
  private final CallViews views;
  private final OfficerViews officers;
  private final ClientViews clients;
  private final IdSource ids;
  private final InstantSource clock;

  LogCallService(
      CallRepository calls,
      CallViews views,
      OfficerViews officers,
      ClientViews clients,
      IdSource ids,
      InstantSource clock) {
    this.calls = calls;
    this.views = views;
    this.officers = officers;
    this.clients = clients;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Result log(Command command) {
    Instant now = clock.instant();
    CallFacts facts = command.facts();
    OfficerId officerId =
        Objects.requireNonNullElse(command.officerId(), command.caller().actor().id());
    CallFingerprint fingerprint =
        command.id() == null ? null : CallFingerprint.of(officerId, facts);

    OfficerView officer = findOfficer(officerId, command.caller().actor()).orElse(null);
    Client client = findClient(facts, officerId, command.caller().actor()).orElse(null);
    boolean clientUnknown = facts.clientId() != null && client == null;
    CallId id = command.id() == null ? new CallId(ids.next(facts.startedAt())) : command.id();
    List<Violation> violations = new ArrayList<>(Call.violations(id, facts.startedAt(), now));
    violations.addAll(unknownReferences(officer == null, clientUnknown));
    if (officer == null || !violations.isEmpty()) {
      return repeatOf(command, fingerprint).orElseThrow(() -> new InvalidInput(violations));
    }

    RegionPath region = officer.details().region();
    Call call = Call.log(id, officerId, region, facts, command.caller().actor(), now);
    if (calls.addIfAbsent(call, fingerprint)) {
      return new Result(view(call, officer, client, command.caller().actor()), false);
    }
    return repeatOf(command, fingerprint).orElseThrow(LogCallService::idTaken);
  }

  private CallView view(Call call, OfficerView officer, @Nullable Client client, Actor actor) {
    String clientName =
        client != null
                && actor.seesClients().covers(client.details().region(), client.details().ownerId())
            ? client.details().name().value()
            : null;
    OfficerView loggedBy =
        actor.id().equals(officer.id())
            ? officer
            : findOfficer(actor.id(), actor).orElseThrow(() -> new NotFound("officer"));
    return new CallView(
        call, officer.details().name().value(), clientName, loggedBy.details().name().value());
  }

  private Optional<OfficerView> findOfficer(OfficerId id, Actor actor) {
    return officers.find(id, id.equals(actor.id()) ? Visibility.ownedBy(id) : actor.seesOfficers());
  }

  /** Own calls may be sent later, from a device that was offline: the client may be gone. */
  private Optional<Client> findClient(CallFacts facts, OfficerId officer, Actor actor) {
    ClientId id = facts.clientId();
    if (id == null) {
      return Optional.empty();
    }
    Optional<Client> found = clients.find(id, actor.seesClients());
    return found.isEmpty() && officer.equals(actor.id())
        ? clients.findAsOf(facts.startedAt(), id, actor.seesClients())
        : found;
  }

  /** Returns the call that the same request logged before; empty if there was no such request. */
  private Optional<Result> repeatOf(Command command, @Nullable CallFingerprint fingerprint) {
    CallId id = command.id();
    if (id == null || fingerprint == null) {
      return Optional.empty();
    }
    return calls
        .findUsedId(id)
        .filter(used -> fingerprint.equals(used.fingerprint()))
        .map(used -> new Result(current(id, used, command), true));
  }

  private CallView current(CallId id, UsedId used, Command command) {
    if (used.deleted()) {
      throw new Conflict("call-deleted", "This call was logged before and has been deleted.");
    }
    Actor actor = command.caller().actor();
    // The region does not count for the actor's own call: they may have moved since.
    boolean own = command.officerId() == null || command.officerId().equals(actor.id());
    return views
        .find(id, own ? Visibility.ownedBy(actor.id()) : actor.seesCalls(), actor.seesClients())
        .orElseThrow(LogCallService::idTaken);
  }

  private static Conflict idTaken() {
    return new Conflict("call-id-taken", "This id has already been used by another request.");
  }

  private static List<Violation> unknownReferences(boolean officer, boolean client) {
    List<Violation> violations = new ArrayList<>();
    if (officer) {
      violations.add(
          new Violation("officerId", "unknown-reference", "must be an officer you can see"));
    }
    if (client) {
      violations.add(
          new Violation("clientId", "unknown-reference", "must be a client you can see"));
    }
    return violations;
  }
}
