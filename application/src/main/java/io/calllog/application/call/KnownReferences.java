package io.calllog.application.call;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditOutcome;
import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.SubjectType;
import io.calllog.application.audit.port.out.AuditViews;
import io.calllog.application.audit.view.AuditFilter;
import io.calllog.application.audit.view.AuditView;
import io.calllog.application.call.port.in.LogCall.Command;
import io.calllog.application.call.port.out.CallReferences;
import io.calllog.application.call.port.out.CallReferences.References;
import io.calllog.application.call.port.out.CallReferences.ReferredClient;
import io.calllog.application.call.port.out.CallReferences.ReferredOfficer;
import io.calllog.application.call.view.CallView;
import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.client.port.out.ClientViews.AsOf;
import io.calllog.application.shared.Paging;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Role;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.RegionPath;
import io.calllog.domain.shared.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The officers and clients that commands refer to. Each command knows those that its actor sees.
 *
 * @param past for own calls, the clients that are not visible now, but were when the call started
 */
record KnownReferences(References found, Map<Command, Client> past) {

  /** Reads what the commands refer to. */
  static KnownReferences of(
      List<Command> commands, CallReferences references, ClientViews clients, AuditViews audit) {
    Set<OfficerId> officers = commands.stream().map(Command::officer).collect(toSet());
    Set<ActorId> actors =
        commands.stream().map(command -> command.caller().actor().id()).collect(toSet());
    Set<ClientId> named =
        commands.stream()
            .map(command -> command.facts().clientId())
            .filter(Objects::nonNull)
            .collect(toSet());
    Set<PhoneNumber> numbers =
        commands.stream()
            .map(Command::facts)
            .filter(facts -> facts.clientId() == null)
            .map(CallFacts::number)
            .filter(Objects::nonNull)
            .collect(toSet());
    List<CallFacts> connected =
        commands.stream()
            .filter(command -> command.completes().due())
            .map(Command::facts)
            .filter(facts -> facts.outcome().connected())
            .toList();
    Set<ClientId> spokenTo =
        connected.stream().map(CallFacts::clientId).filter(Objects::nonNull).collect(toSet());
    Instant until =
        connected.stream().map(CallFacts::startedAt).max(naturalOrder()).orElse(Instant.EPOCH);
    References found = references.find(officers, actors, named, numbers, spokenTo, until);
    var now = new KnownReferences(found, Map.of());
    Map<Command, Client> past = new HashMap<>();
    commands.stream()
        .filter(command -> command.isOwn() && now.isClientUnknown(command))
        .collect(groupingBy(command -> command.caller().actor()))
        .forEach((actor, offline) -> past.putAll(seenThen(actor, offline, clients, audit)));
    return new KnownReferences(now.found, past);
  }

  private static Map<Command, Client> seenThen(
      Actor actor, List<Command> offline, ClientViews clients, AuditViews audit) {
    List<AuditView> changes = changesSince(earliestStart(offline), actor, audit);
    Map<Command, Client> seen = new HashMap<>();
    offline.stream()
        .collect(groupingBy(command -> sawClients(actor, command.facts().startedAt(), changes)))
        .forEach((visibility, some) -> {
          var wanted = some.stream().map(KnownReferences::asOf).collect(toSet());
          Map<AsOf, Client> found = clients.findAsOf(wanted, visibility);
          some.forEach(command -> {
            Client client = found.get(asOf(command));
            if (client != null) {
              seen.put(command, client);
            }
          });
        });
    return seen;
  }

  /** Only the region of an officer decides what they see, so others need no history. */
  private static List<AuditView> changesSince(Instant start, Actor actor, AuditViews audit) {
    if (actor.role() != Role.OFFICER) {
      return List.of();
    }
    var filter =
        new AuditFilter(
            Set.of(),
            Set.of(SubjectType.OFFICER),
            actor.id().value(),
            Set.of(AuditAction.OFFICER_CHANGED),
            AuditOutcome.DONE,
            start,
            null);
    return audit.list(filter, Visibility.EVERYTHING, Paging.first()).items();
  }

  /** Returns what the actor sees now, and in the regions that they have left since the start. */
  private static Visibility sawClients(Actor actor, Instant start, List<AuditView> changes) {
    List<RegionPath> left =
        changes.stream()
            .filter(change -> change.at().isAfter(start))
            .flatMap(change -> change.changes().stream())
            .filter(change -> change.field().equals("region"))
            .map(FieldChange::from)
            .filter(Objects::nonNull)
            .map(RegionPath::new)
            .toList();
    if (left.isEmpty()) {
      return actor.seesClients();
    }
    var regions = Stream.concat(Stream.of(actor.region()), left.stream()).toList();
    return new Actor(actor.id(), actor.officer(), actor.role(), actor.region(), regions)
        .seesClients();
  }

  private static Instant earliestStart(List<Command> commands) {
    return commands.stream()
        .map(command -> command.facts().startedAt())
        .min(naturalOrder())
        .orElseThrow();
  }

  /** Returns the officer of the call; null if the actor does not see them or was deleted. */
  @Nullable ReferredOfficer officer(Command command) {
    ReferredOfficer officer = found.officers().get(command.officer());
    Actor actor = command.caller().actor();
    boolean visible =
        officer != null
            && found.actors().containsKey(actor.id())
            && (command.isOwn()
                || actor.seesOfficers().covers(officer.region(), command.officer()));
    return visible ? officer : null;
  }

  /** Returns a violation for each reference that the actor does not see. */
  List<Violation> unknown(Command command) {
    List<Violation> violations = new ArrayList<>();
    if (officer(command) == null) {
      violations.add(
          new Violation("officerId", "unknown-reference", "must be an officer you can see"));
    }
    if (isClientUnknown(command)) {
      violations.add(
          new Violation("clientId", "unknown-reference", "must be a client you can see"));
    }
    return violations;
  }

  /**
   * Returns the facts of the call. A merged client stands for the one that it was merged into.
   * Without a client, the call belongs to the client who has the number on the line, if the actor
   * sees only one.
   */
  CallFacts facts(Command command) {
    CallFacts facts = command.facts();
    if (facts.clientId() != null) {
      ReferredClient client = found.clients().get(facts.clientId());
      return client == null ? facts : facts.with(client.id());
    }
    if (facts.number() == null) {
      return facts;
    }
    List<ClientId> visible =
        found.numbers().getOrDefault(facts.number(), Set.of()).stream()
            .filter(id -> sees(command, Objects.requireNonNull(found.clients().get(id))))
            .toList();
    return visible.size() == 1 ? facts.with(visible.getFirst()) : facts;
  }

  /** Returns the call with the names that the actor sees. */
  CallView view(Call call, Command command) {
    ClientId named = command.facts().clientId();
    ReferredClient client = client(command, named == null ? call.facts().clientId() : named);
    return new CallView(
        call,
        Objects.requireNonNull(found.officers().get(call.officerId())).name().value(),
        client != null && client.id().equals(call.facts().clientId()) && sees(command, client)
            ? client.name().value()
            : null,
        Objects.requireNonNull(found.actors().get(call.loggedBy())).value());
  }

  /** Returns the open follow-ups that calls of these commands may keep. */
  Set<FollowUpId> due() {
    return found.due();
  }

  /** Returns a warning if the command promises a call to a client that has been deleted since. */
  List<Violation> warnings(Command command) {
    return command.followUp() == null || found.clients().containsKey(command.facts().clientId())
        ? List.of()
        : List.of(
            new Violation(
                "followUp",
                "unknown-reference",
                "has nobody to call, because the client has been deleted"));
  }

  private boolean isClientUnknown(Command command) {
    ClientId id = command.facts().clientId();
    return id != null && client(command, id) == null;
  }

  /** Own calls may be sent later, from a device that was offline: either may be gone or moved. */
  private @Nullable ReferredClient client(Command command, @Nullable ClientId id) {
    if (id == null) {
      return null;
    }
    ReferredClient client = found.clients().get(id);
    if (client != null && sees(command, client)) {
      return client;
    }
    Client gone = past.get(command);
    return gone == null
        ? null
        : new ReferredClient(
            gone.id(), gone.details().name(), gone.details().region(), gone.details().ownerId());
  }

  private static boolean sees(Command command, ReferredClient client) {
    return command.caller().actor().seesClients().covers(client.region(), client.owner());
  }

  private static AsOf asOf(Command command) {
    return new AsOf(
        Objects.requireNonNull(command.facts().clientId()), command.facts().startedAt());
  }
}
