package io.calllog.application.call.service;

import static io.calllog.application.audit.AuditAction.CALL_CHANGED;
import static io.calllog.application.audit.AuditEntry.done;
import static java.util.stream.Collectors.toSet;

import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.call.port.in.ClaimCalls;
import io.calllog.application.call.port.out.CallRepository;
import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.shared.ClientMerged;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.call.Call;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.Phone;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.shared.PhoneNumber;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

@UseCase(TxMode.WRITE)
final class ClaimCallsService implements ClaimCalls {

  private final CallRepository calls;
  private final ClientViews clients;
  private final AuditTrail trail;
  private final InstantSource clock;

  ClaimCallsService(
      CallRepository calls, ClientViews clients, AuditTrail trail, InstantSource clock) {
    this.calls = calls;
    this.clients = clients;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public Result claim(Command command) {
    Actor actor = command.caller().actor();
    Client client =
        clients
            .find(command.client(), actor.seesClients())
            .orElseThrow(() ->
                ClientMerged.orNotFound(
                    clients.findMergedInto(command.client(), actor.seesClients())));
    Set<PhoneNumber> numbers =
        client.details().phones().stream().map(Phone::number).collect(toSet());
    if (numbers.isEmpty()) {
      return new Result(0, false);
    }
    Instant now = clock.instant();
    List<Call> claimed = calls.claim(client.id(), numbers, actor.seesCalls(), MAX_CALLS, now);
    var changes = List.of(FieldChange.of("clientId", null, client.id()));
    trail.recordAll(
        claimed.stream()
            .map(call -> done(now, command.caller(), CALL_CHANGED, Subject.of(call, call), changes))
            .toList());
    return new Result(claimed.size(), claimed.size() == MAX_CALLS);
  }
}
