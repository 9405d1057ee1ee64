package io.calllog.application.call.port.out;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import io.calllog.application.client.port.out.InMemoryClients;
import io.calllog.application.followup.port.out.InMemoryFollowUps;
import io.calllog.application.key.port.out.InMemoryKeys;
import io.calllog.application.officer.port.out.InMemoryOfficers;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.client.Phone;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Fake of {@link CallReferences}. Thread-safe. */
public final class InMemoryCallReferences implements CallReferences {

  private final InMemoryOfficers officers;
  private final InMemoryClients clients;
  private final InMemoryKeys keys;
  private final InMemoryFollowUps followUps;

  /** Creates a fake that looks things up here. */
  public InMemoryCallReferences(
      InMemoryOfficers officers,
      InMemoryClients clients,
      InMemoryKeys keys,
      InMemoryFollowUps followUps) {
    this.officers = officers;
    this.clients = clients;
    this.keys = keys;
    this.followUps = followUps;
  }

  @Override
  public References find(
      Set<OfficerId> officerIds,
      Set<ActorId> actorIds,
      Set<ClientId> clientIds,
      Set<PhoneNumber> numbers,
      Set<ClientId> spokenTo,
      Instant until) {
    Map<PhoneNumber, Set<ClientId>> byNumber = new HashMap<>();
    for (Client client : clients.living()) {
      for (Phone phone : client.details().phones()) {
        if (numbers.contains(phone.number())) {
          byNumber.computeIfAbsent(phone.number(), _ -> new HashSet<>()).add(client.id());
        }
      }
    }
    Set<ClientId> calledClients =
        spokenTo.stream().map(clients::current).collect(toCollection(HashSet::new));
    byNumber.values().forEach(calledClients::addAll);
    return new References(
        officerIds.stream()
            .flatMap(id -> officers.find(id).stream())
            .collect(
                toMap(
                    Officer::id,
                    o -> new ReferredOfficer(o.details().name(), o.details().region()))),
        actorIds.stream()
            .filter(id -> livingName(id).isPresent())
            .collect(toMap(Function.identity(), id -> livingName(id).orElseThrow())),
        Stream.concat(clientIds.stream(), byNumber.values().stream().flatMap(Set::stream))
            .distinct()
            .filter(id -> clients.find(clients.current(id)).isPresent())
            .collect(toMap(Function.identity(), this::referredClient)),
        byNumber,
        followUps.due(officerIds, calledClients, until));
  }

  private ReferredClient referredClient(ClientId id) {
    Client client = clients.find(clients.current(id)).orElseThrow();
    var details = client.details();
    return new ReferredClient(client.id(), details.name(), details.region(), details.ownerId());
  }

  private Optional<Name> livingName(ActorId id) {
    return keys.livingName(id)
        .or(() -> officers.find(new OfficerId(id.value())).map(o -> o.details().name()));
  }
}
