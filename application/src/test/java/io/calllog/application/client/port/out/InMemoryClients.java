package io.calllog.application.client.port.out;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.calllog.application.call.view.CallTotals;
import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.client.view.ClientOrder;
import io.calllog.application.client.view.ListedClient;
import io.calllog.application.client.view.OwnedClient;
import io.calllog.application.client.view.PossibleDuplicate;
import io.calllog.application.officer.port.out.InMemoryOfficers;
import io.calllog.application.region.port.out.InMemoryRegions;
import io.calllog.application.shared.Cursor.ByLastCall;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.testing.InMemoryTable;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fake of the ports for clients. Thread-safe. */
public final class InMemoryClients
    implements ClientRepository, ClientViews, InMemoryRegions.Members {

  private final InMemoryTable<ClientId, Client> table =
      new InMemoryTable<>(Client::id, Client::version, ClientCopies::withVersion);

  private final PastClients past = new PastClients();

  /** The clients that others were merged into. */
  private final Map<ClientId, ClientId> mergedInto = new ConcurrentHashMap<>();

  private final InMemoryRegions regions;
  private final InMemoryOfficers officers;
  private final ReportingZone zone;
  private final InstantSource clock;
  private volatile Function<ClientId, CallTotals> totals = _ -> new CallTotals(0, 0, 0, 0, null);

  /** Creates an empty fake. Clients are placed in these regions and owned by these officers. */
  public InMemoryClients(
      InMemoryRegions regions, InMemoryOfficers officers, ReportingZone zone, InstantSource clock) {
    this.regions = regions;
    this.officers = officers;
    this.zone = zone;
    this.clock = clock;
    regions.register(this);
  }

  /** Takes the totals of clients from here. */
  public void count(Function<ClientId, CallTotals> totalsOfCalls) {
    totals = totalsOfCalls;
  }

  /** Returns all clients that were not deleted. */
  public List<Client> living() {
    return table.living();
  }

  /** Returns a client that was not deleted. */
  public Optional<Client> find(ClientId id) {
    return table.living(id);
  }

  @Override
  public Optional<Client> findDeletedForUpdate(ClientId id) {
    return table.deleted(id).filter(_ -> !mergedInto.containsKey(id));
  }

  @Override
  public List<Client> findMergedForUpdate(ClientId id) {
    return merged(id).flatMap(merged -> table.livingOrDeleted(merged).stream()).toList();
  }

  private Stream<ClientId> merged(ClientId into) {
    return mergedInto.entrySet().stream()
        .filter(merged -> merged.getValue().equals(into))
        .map(Map.Entry::getKey);
  }

  /** Returns the client that a client was merged into, or else its own id. */
  public ClientId current(ClientId id) {
    return mergedInto.getOrDefault(id, id);
  }

  @Override
  public Optional<Client> findForUpdate(ClientId id) {
    return table.living(id);
  }

  @Override
  public boolean isUsed(ClientId id) {
    return table.livingOrDeleted(id).isPresent();
  }

  /** Returns those that are not deleted and that clients of this kind were merged into. */
  public Stream<Client> findMerged(Predicate<Client> kind) {
    return mergedInto.entrySet().stream()
        .filter(merged -> table.livingOrDeleted(merged.getKey()).filter(kind).isPresent())
        .flatMap(merged -> table.living(merged.getValue()).stream());
  }

  private Stream<Client> findMerged(ExternalId externalId) {
    return findMerged(was -> externalId.equals(was.details().externalId()));
  }

  @Override
  public void add(Client client) {
    regions.requireExists(client.details().region(), "region");
    requireFreeExternalId(client);
    ExternalId externalId = client.details().externalId();
    if (externalId != null && findMerged(externalId).findAny().isPresent()) {
      throw externalIdTaken();
    }
    if (!table.addIfAbsent(client)) {
      throw new IllegalStateException("The id was used before: " + client.id());
    }
  }

  @Override
  public Client update(Client client) {
    RegionPath region = client.details().region();
    if (table.living(client.id()).filter(c -> c.details().region().equals(region)).isEmpty()) {
      regions.requireExists(region, "region");
    }
    requireFreeExternalId(client);
    table.living(client.id()).ifPresent(was -> past.add(was, client.updatedAt()));
    return table.update(client);
  }

  @Override
  public List<Client> handOver(OfficerId from, OfficerId to, Visibility visibility, Instant now) {
    List<Client> given =
        table.living().stream()
            .filter(client -> from.equals(client.details().ownerId()))
            .filter(client -> isVisible(client, visibility))
            .toList();
    given.forEach(client -> update(ClientCopies.handedOver(client, to, now)));
    return given;
  }

  @Override
  public void remove(Client client, Instant now) {
    table.remove(client);
    past.add(client, now);
  }

  @Override
  public void remove(Client client, ClientId into, Instant now) {
    remove(client, now);
    mergedInto.replaceAll((_, other) -> other.equals(client.id()) ? into : other);
    mergedInto.put(client.id(), into);
  }

  @Override
  public Client restore(Client client, Instant now) {
    regions.requireNotDeleted(client.details().region());
    requireFreeExternalId(client);
    return table.restore(client);
  }

  @Override
  public void erase(Client client, Instant now) {
    table.living(client.id()).ifPresent(was -> past.add(was, now));
    table.erase(client);
  }

  @Override
  public Optional<Client> find(ClientId id, Visibility visibility) {
    return table.living(id).filter(client -> isVisible(client, visibility));
  }

  @Override
  public Optional<Client> findMergedInto(ClientId id, Visibility visibility) {
    return Optional.ofNullable(mergedInto.get(id)).flatMap(other -> find(other, visibility));
  }

  @Override
  public Set<ClientId> findIds(ClientId id, Visibility visibility) {
    return find(id, visibility).map(_ -> findAllIds(Set.of(id))).orElse(Set.of());
  }

  @Override
  public Set<ClientId> findAllIds(Set<ClientId> ids) {
    return ids.stream()
        .flatMap(id -> Stream.concat(Stream.of(id, current(id)), merged(current(id))))
        .collect(toSet());
  }

  @Override
  public List<PossibleDuplicate> findPossibleDuplicates(
      ClientId id, ClientDetails details, Visibility visibility) {
    return PossibleDuplicates.among(
        table.living().stream()
            .filter(other -> !other.id().equals(id) && isVisible(other, visibility)),
        details);
  }

  @Override
  public Map<AsOf, Client> findAsOf(Set<AsOf> wanted, Visibility visibility) {
    return wanted.stream()
        .flatMap(asOf ->
            findAsOf(asOf.time(), asOf.id(), visibility)
                .map(found -> Map.entry(asOf, found))
                .stream())
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Optional<Client> findAsOf(Instant time, ClientId id, Visibility visibility) {
    List<Client> since = past.since(id, time);
    boolean deletedBefore = table.isDeleted(id) && since.isEmpty() && !mergedInto.containsKey(id);
    return table
        .livingOrDeleted(id)
        .filter(_ -> !deletedBefore)
        .filter(now ->
            isVisible(now, visibility) || since.stream().anyMatch(c -> isVisible(c, visibility)));
  }

  @Override
  public Slice<ListedClient, ByName> list(
      ClientFilter filter, Visibility visibility, Paging<ByName> paging) {
    return ClientLists.byName(matching(filter, visibility), paging);
  }

  @Override
  public Slice<ListedClient, ByLastCall> listByLastCall(
      ClientFilter filter, Visibility visibility, boolean latestFirst, Paging<ByLastCall> paging) {
    return ClientLists.byLastCall(matching(filter, visibility), latestFirst, paging);
  }

  @Override
  public void export(
      ClientFilter filter, ClientOrder order, Visibility visibility, Export<OwnedClient> export) {
    ClientLists.export(matching(filter, visibility).map(this::withOwner), order, export);
  }

  private Stream<ListedClient> matching(ClientFilter filter, Visibility visibility) {
    return table.living().stream()
        .filter(client -> isVisible(client, visibility))
        .filter(client -> filter.externalId() == null || has(client, filter.externalId()))
        .filter(client -> ClientLists.passes(client.details(), filter))
        .map(this::listed)
        .filter(listed -> ClientLists.isCalledAs(listed, filter, zone, clock));
  }

  /** Returns a client with the totals of its calls. */
  public ListedClient listed(Client client) {
    CallTotals counted = totals.apply(client.id());
    return new ListedClient(client, counted.calls(), counted.connected(), counted.lastCallAt());
  }

  private OwnedClient withOwner(ListedClient listed) {
    var owner = listed.client().details().ownerId();
    return new OwnedClient(listed, owner == null ? null : officers.nameOf(owner));
  }

  @Override
  public long clientsIn(RegionPath path) {
    return table.living().stream().filter(c -> c.details().region().equals(path)).count();
  }

  @Override
  public void move(RegionPath from, RegionPath to) {
    table.replaceAll(client ->
        from.contains(client.details().region()) ? ClientCopies.moved(client, from, to) : client);
  }

  /** Returns the name of a client, deleted or not; null if it is not visible. */
  public @Nullable String nameOf(ClientId id, Visibility visibility) {
    Client client = table.livingOrDeleted(id).orElseThrow();
    return isVisible(client, visibility) ? client.details().name().value() : null;
  }

  private static boolean isVisible(Client client, Visibility visibility) {
    return visibility.covers(client.details().region(), client.details().ownerId());
  }

  private boolean has(Client client, ExternalId externalId) {
    return externalId.equals(client.details().externalId())
        || findMerged(externalId).anyMatch(into -> into.id().equals(client.id()));
  }

  private void requireFreeExternalId(Client client) {
    ExternalId wanted = client.details().externalId();
    boolean taken =
        wanted != null
            && table.living().stream()
                .anyMatch(
                    c -> !c.id().equals(client.id()) && wanted.equals(c.details().externalId()));
    if (taken) {
      throw externalIdTaken();
    }
  }

  private static Conflict externalIdTaken() {
    return new Conflict("external-id-taken", "Another client has this external id.");
  }
}
