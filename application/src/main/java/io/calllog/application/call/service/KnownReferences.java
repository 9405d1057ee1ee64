package io.calllog.application.call.service;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.calllog.application.call.port.in.LogCall.Command;
import io.calllog.application.call.port.out.CallReferences;
import io.calllog.application.call.port.out.CallReferences.References;
import io.calllog.application.call.port.out.CallReferences.ReferredClient;
import io.calllog.application.call.port.out.CallReferences.ReferredOfficer;
import io.calllog.application.call.view.CallView;
import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.client.port.out.ClientViews.AsOf;
import io.calllog.domain.call.Call;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.Violation;
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
 * @param past the clients that are not visible now, but were when the call started
 */
record KnownReferences(References found, Map<Visibility, Map<AsOf, Client>> past) {

  /** Reads what the commands refer to. */
  static KnownReferences of(
      List<Command> commands, CallReferences references, ClientViews clients) {
    Set<OfficerId> officers =
        commands.stream()
            .flatMap(c -> Stream.of(c.officer(), c.caller().actor().id()))
            .collect(toSet());
    Set<ClientId> named =
        commands.stream()
            .map(command -> command.facts().clientId())
            .filter(Objects::nonNull)
            .collect(toSet());
    var now = new KnownReferences(references.find(officers, named), Map.of());
    Map<Visibility, Map<AsOf, Client>> past = new HashMap<>();
    commands.stream()
        .filter(command -> command.isOwn() && now.isClientUnknown(command))
        .collect(groupingBy(command -> command.caller().actor().seesClients()))
        .forEach((visibility, offline) ->
            past.put(
                visibility,
                clients.findAsOf(
                    offline.stream().map(KnownReferences::asOf).collect(toSet()), visibility)));
    return new KnownReferences(now.found, past);
  }

  /** Returns the officer of the call; null if the actor does not see them or was deleted. */
  @Nullable ReferredOfficer officer(Command command) {
    ReferredOfficer officer = found.officers().get(command.officer());
    Actor actor = command.caller().actor();
    boolean visible =
        officer != null
            && found.officers().containsKey(actor.id())
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

  /** Returns the call with the names that the actor sees. */
  CallView view(Call call, Command command) {
    ReferredClient client = client(command);
    return new CallView(
        call,
        Objects.requireNonNull(found.officers().get(call.officerId())).name().value(),
        client != null && sees(command, client) ? client.name().value() : null,
        Objects.requireNonNull(found.officers().get(call.loggedBy())).name().value());
  }

  private boolean isClientUnknown(Command command) {
    return command.facts().clientId() != null && client(command) == null;
  }

  /** Own calls may be sent later, from a device that was offline: the client may be gone. */
  private @Nullable ReferredClient client(Command command) {
    ClientId id = command.facts().clientId();
    if (id == null) {
      return null;
    }
    ReferredClient client = found.clients().get(id);
    if (client != null && sees(command, client)) {
      return client;
    }
    Map<AsOf, Client> visible =
        command.isOwn() ? past.get(command.caller().actor().seesClients()) : null;
    Client gone = visible == null ? null : visible.get(asOf(command));
    return gone == null
        ? null
        : new ReferredClient(
            gone.details().name(), gone.details().region(), gone.details().ownerId());
  }

  private static boolean sees(Command command, ReferredClient client) {
    return command.caller().actor().seesClients().covers(client.region(), client.owner());
  }

  private static AsOf asOf(Command command) {
    return new AsOf(
        Objects.requireNonNull(command.facts().clientId()), command.facts().startedAt());
  }
}
