package io.calllog.application.imports.port.out;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.calllog.application.client.port.out.InMemoryClients;
import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.client.view.ClientOrder;
import io.calllog.application.officer.port.out.InMemoryOfficers;
import io.calllog.application.shared.Export;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.client.Phone;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.PhoneNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fake that searches those of officers and clients. Thread-safe. */
public final class InMemoryMatches implements ImportMatches {

  private final InMemoryOfficers officers;
  private final InMemoryClients clients;

  /** Creates a fake on these. */
  public InMemoryMatches(InMemoryOfficers officers, InMemoryClients clients) {
    this.officers = officers;
    this.clients = clients;
  }

  @Override
  public Map<EmailAddress, OfficerId> officers(Set<EmailAddress> addresses, Visibility visibility) {
    Map<EmailAddress, OfficerId> found = new HashMap<>();
    for (EmailAddress address : addresses) {
      officers
          .findByEmail(address)
          .filter(officer -> visibility.covers(officer.details().region(), officer.id()))
          .map(Officer::id)
          .ifPresent(id -> found.put(address, id));
    }
    return found;
  }

  @Override
  public Clients clients(
      Set<PhoneNumber> phones,
      Set<EmailAddress> addresses,
      Set<ExternalId> externalIds,
      Visibility visibility) {
    List<Client> visible = new ArrayList<>();
    clients.export(
        ClientFilter.ALL,
        ClientOrder.NAME,
        visibility,
        Export.unlimited(owned -> visible.add(owned.listed().client())));
    Map<ExternalId, List<ClientId>> byExternalId = new HashMap<>();
    for (ExternalId id : externalIds) {
      Predicate<Client> has = client -> id.equals(client.details().externalId());
      clients.living().stream()
          .filter(has)
          .findFirst()
          .or(() -> clients.findMerged(has).findFirst())
          .filter(visible::contains)
          .ifPresent(client -> byExternalId.put(id, List.of(client.id())));
    }
    Map<PhoneNumber, List<ClientId>> byPhone =
        byValue(phones, visible, InMemoryMatches::numbers, identity());
    Map<EmailAddress, List<ClientId>> byEmail =
        byValue(addresses, visible, details -> only(details.email()), EmailAddress::key);
    for (EmailAddress address : addresses) {
      if (clients.living().stream().noneMatch(client -> has(client, address))) {
        byEmail.put(
            address,
            clients
                .findMerged(client -> has(client, address))
                .filter(visible::contains)
                .map(Client::id)
                .distinct()
                .toList());
      }
    }
    return new Clients(
        byPhone,
        byEmail,
        byExternalId,
        Stream.of(byPhone, byEmail, byExternalId)
            .flatMap(found -> found.values().stream().flatMap(List::stream))
            .distinct()
            .filter(client -> !merged(client).isEmpty())
            .collect(toMap(identity(), this::merged)));
  }

  private Set<ClientId> merged(ClientId client) {
    return clients.findMergedForUpdate(client).stream().map(Client::id).collect(toSet());
  }

  private static boolean has(Client client, EmailAddress address) {
    EmailAddress email = client.details().email();
    return email != null && email.key().equals(address.key());
  }

  private static List<PhoneNumber> numbers(ClientDetails details) {
    return details.phones().stream().map(Phone::number).toList();
  }

  private static <T> List<T> only(@Nullable T value) {
    return value == null ? List.of() : List.of(value);
  }

  private static <T> Map<T, List<ClientId>> byValue(
      Set<T> wanted,
      List<Client> clients,
      Function<ClientDetails, List<T>> values,
      Function<? super T, ?> key) {
    return wanted.stream()
        .collect(
            toMap(
                identity(),
                each ->
                    clients.stream()
                        .filter(client ->
                            values.apply(client.details()).stream()
                                .anyMatch(stored -> key.apply(stored).equals(key.apply(each))))
                        .map(Client::id)
                        .toList()));
  }
}
