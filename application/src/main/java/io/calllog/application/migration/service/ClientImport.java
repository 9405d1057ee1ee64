package io.calllog.application.migration.service;

import static io.calllog.application.audit.AuditEntry.bySystem;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.client.port.out.ClientRepository;
import io.calllog.application.migration.port.out.MigratedClients;
import io.calllog.application.migration.port.out.MigratedClients.Stored;
import io.calllog.application.migration.port.out.NodeDatabase.Snapshot;
import io.calllog.application.migration.view.ImportListener;
import io.calllog.application.migration.view.NodeClient;
import io.calllog.application.migration.view.NodeTable;
import io.calllog.application.shared.port.out.PhoneNumbers;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.call.Call;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.client.Phone;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PostalAddress;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Imports clients. */
final class ClientImport {

  private static final int PAGE = 2_000;
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  private final ClientRepository clients;
  private final MigratedClients imported;
  private final AuditTrail trail;
  private final PhoneNumbers numbers;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  ClientImport(
      ClientRepository clients,
      MigratedClients imported,
      AuditTrail trail,
      PhoneNumbers numbers,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.clients = clients;
    this.imported = imported;
    this.trail = trail;
    this.numbers = numbers;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  void store(
      List<NodeClient> rows, NodeRegions.Lookup regions, Tally tally, ImportListener listener) {
    tally.read(rows.size());
    Map<ClientId, Client> read = new LinkedHashMap<>();
    Instant now = clock.instant();
    for (NodeClient raw : rows) {
      var row = new NodeRow(NodeTable.CLIENTS, raw.id(), listener::leftOut);
      Optional<ClientId> id = NodeRow.uuid(raw.id()).map(ClientId::new);
      if (id.isPresent()) {
        read.put(id.get(), read(id.get(), raw, regions.find(raw.region(), row), row, now));
      } else {
        row.leaveOut("has an id that is not a UUID");
        tally.leftOut();
      }
    }
    Stored stored = imported.find(read.keySet());
    List<Client> absent = new ArrayList<>();
    for (Client client : read.values()) {
      Client here = stored.living().get(client.id());
      if (here != null) {
        tally.count(revise(here, client, now));
      } else if (stored.deleted().contains(client.id())) {
        tally.count(Change.KEPT);
      } else {
        absent.add(client);
      }
    }
    Set<ClientId> added =
        absent.isEmpty() ? Set.of() : unitOfWork.write(() -> imported.addAbsent(absent));
    absent.forEach(client -> tally.count(added.contains(client.id()) ? Change.ADDED : Change.KEPT));
  }

  private Client read(ClientId id, NodeClient raw, RegionPath region, NodeRow row, Instant now) {
    Name name = row.text("name", raw.name(), Name.MAX_LENGTH, Name::new);
    ContactInfo contact = ContactInfo.of(raw.contactInfo(), numbers);
    ClientStatus status =
        row.choice(
            "status", raw.status(), ClientStatus.values(), ClientStatus.LEAD, ClientStatus.LEAD);
    var details =
        new ClientDetails(
            name == null ? new Name("Unnamed") : name,
            null,
            contact.phone() == null ? List.of() : List.of(Phone.of(contact.phone())),
            contact.email(),
            address(contact.rest(), row),
            region,
            status,
            null,
            null,
            null);
    return Client.imported(
        id,
        details,
        NodeRow.created(raw.createdAt(), raw.updatedAt(), Call.EARLIEST_START, now),
        NodeRow.updated(raw.createdAt(), raw.updatedAt(), Call.EARLIEST_START, now));
  }

  /** Only what has letters can be an address. */
  private static @Nullable PostalAddress address(List<String> rest, NodeRow row) {
    Map<Boolean, List<String>> parts =
        rest.stream().collect(Collectors.partitioningBy(p -> LETTER.matcher(p).find()));
    String digits = String.join(", ", parts.getOrDefault(false, List.of()));
    if (!digits.isEmpty()) {
      row.leaveOut("contactInfo", "is no phone number, e-mail address or address", digits);
    }
    String address = String.join(", ", parts.getOrDefault(true, List.of()));
    return row.text("contactInfo", address, PostalAddress.MAX_LENGTH, PostalAddress::new);
  }

  private Change revise(Client here, Client there, Instant now) {
    ClientDetails details = merged(here.details(), there.details());
    if (details.equals(here.details())) {
      return Change.UNCHANGED;
    }
    if (here.updatedAt().isAfter(there.updatedAt())) {
      return Change.KEPT;
    }
    return unitOfWork.write(() -> {
      Optional<Client> current =
          clients.findForUpdate(here.id()).filter(c -> c.version() == here.version());
      current.ifPresent(client -> {
        clients.update(client.reimported(details, there.updatedAt()));
        record(
            now,
            AuditAction.CLIENT_CHANGED,
            client,
            FieldChanges.between(client.details(), details));
      });
      return current.isPresent() ? Change.CHANGED : Change.KEPT;
    });
  }

  /** Keeps what only this application knows about a client. */
  private static ClientDetails merged(ClientDetails here, ClientDetails there) {
    return new ClientDetails(
        there.name(),
        here.company(),
        Phone.combined(
            there.phones().isEmpty() ? null : there.phones().getFirst(), null, here.phones()),
        there.email(),
        there.address(),
        there.region(),
        there.status(),
        here.ownerId(),
        here.externalId(),
        here.callEvery());
  }

  /** Finds clients of the Node backend that it no longer has. */
  void findGone(Snapshot source, boolean delete, Tally tally) {
    List<ClientId> page = imported.idsAfter(null, PAGE);
    while (!page.isEmpty()) {
      Set<UUID> existing =
          source.existing(NodeTable.CLIENTS, page.stream().map(ClientId::value).toList());
      page.stream()
          .filter(id -> !existing.contains(id.value()))
          .forEach(id -> tally.gone(delete && unitOfWork.write(() -> delete(id))));
      page = imported.idsAfter(page.getLast(), PAGE);
    }
  }

  private boolean delete(ClientId id) {
    Optional<Client> client = clients.findForUpdate(id);
    client.ifPresent(gone -> {
      Instant now = clock.instant();
      clients.remove(gone, now);
      record(now, AuditAction.CLIENT_DELETED, gone, List.of());
    });
    return client.isPresent();
  }

  private void record(Instant now, AuditAction action, Client client, List<FieldChange> changes) {
    trail.record(bySystem(now, action, Subject.of(client), changes));
  }
}
