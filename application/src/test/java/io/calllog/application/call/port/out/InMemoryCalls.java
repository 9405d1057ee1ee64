package io.calllog.application.call.port.out;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import io.calllog.application.call.CallFingerprint;
import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallHistory;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.call.view.CallTotals;
import io.calllog.application.call.view.CallView;
import io.calllog.application.client.port.out.InMemoryClients;
import io.calllog.application.client.port.out.MergedClients;
import io.calllog.application.followup.port.out.InMemoryFollowUps;
import io.calllog.application.key.port.out.InMemoryKeys;
import io.calllog.application.officer.port.out.InMemoryOfficers;
import io.calllog.application.officer.port.out.OfficerCalls;
import io.calllog.application.region.port.out.InMemoryRegions;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.testing.InMemoryTable;
import io.calllog.application.testing.Ordering;
import io.calllog.application.testing.SearchFold;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.CallType;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.client.Phone;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fake of the ports for calls. Thread-safe. */
public final class InMemoryCalls
    implements CallRepository,
        CallViews,
        CallReferences,
        MergedClients,
        OfficerCalls,
        InMemoryRegions.Members {

  private final InMemoryTable<CallId, Call> table =
      new InMemoryTable<>(Call::id, Call::version, InMemoryCalls::withVersion);
  private final Map<CallId, CallFingerprint> fingerprints = new ConcurrentHashMap<>();
  private final InMemoryOfficers officers;
  private final InMemoryClients clients;
  private final InMemoryKeys keys;
  private final InMemoryFollowUps followUps;
  private volatile @Nullable Instant keptSince;

  /** Creates an empty fake. Calls move with these regions. */
  public InMemoryCalls(
      InMemoryRegions regions,
      InMemoryOfficers officers,
      InMemoryClients clients,
      InMemoryKeys keys,
      InMemoryFollowUps followUps) {
    this.officers = officers;
    this.clients = clients;
    this.keys = keys;
    this.followUps = followUps;
    regions.register(this);
    clients.count(client ->
        totals(CallFilter.ALL.with(clients.findAllIds(Set.of(client))), Visibility.EVERYTHING));
  }

  /** Sets since when calls are kept; null for all. */
  public void keepSince(@Nullable Instant start) {
    keptSince = start;
  }

  @Override
  public @Nullable Instant keptSince() {
    return keptSince;
  }

  /** Returns a call that was not deleted. */
  public Optional<Call> find(CallId id) {
    return table.living(id);
  }

  @Override
  public Optional<Call> findForUpdate(CallId id) {
    return table.living(id);
  }

  @Override
  public Optional<Call> findDeletedForUpdate(CallId id) {
    return table.deleted(id);
  }

  @Override
  public synchronized Set<CallId> addAbsent(Collection<NewCall> calls) {
    Set<CallId> added = new HashSet<>();
    for (NewCall each : calls) {
      CallId id = each.call().id();
      if (table.addIfAbsent(each.call())) {
        added.add(id);
        if (each.fingerprint() != null) {
          fingerprints.put(id, each.fingerprint());
        }
      }
    }
    return added;
  }

  @Override
  public synchronized Map<CallId, UsedId> findUsedIds(Set<CallId> ids) {
    return ids.stream()
        .filter(id -> table.livingOrDeleted(id).isPresent())
        .collect(
            toMap(
                id -> id,
                id -> new UsedId(fingerprints.get(id), table.isDeleted(id), followUps.of(id))));
  }

  @Override
  public Call update(Call call) {
    return table.update(call);
  }

  @Override
  public void remove(Call call, Instant now) {
    table.remove(call);
  }

  @Override
  public void restore(Call call, Instant now) {
    table.restore(call);
  }

  @Override
  public void move(ClientId merged, Instant now) {
    followUps.move(merged, clients.current(merged), now);
    table.replaceAll(call ->
        merged.equals(call.facts().clientId())
            ? in(call.region(), withVersion(current(call), call.version() + 1), now)
            : call);
  }

  /** Returns the call with the client that its own was merged into. */
  private Call current(Call call) {
    ClientId client = call.facts().clientId();
    return client == null
        ? call
        : new Call(
            call.id(),
            call.officerId(),
            call.region(),
            call.facts().with(clients.current(client)),
            call.loggedBy(),
            call.loggedAt(),
            call.updatedAt(),
            call.version());
  }

  @Override
  public synchronized List<Call> claim(
      ClientId client, Set<PhoneNumber> numbers, Visibility visibility, int limit, Instant now) {
    List<Call> claimed =
        table.living().stream()
            .filter(call -> call.facts().clientId() == null && isVisible(call, visibility))
            .filter(call -> call.facts().number() != null)
            .filter(call -> numbers.contains(call.facts().number()))
            .sorted(Comparator.comparing(call -> call.id().toString()))
            .limit(limit)
            .toList();
    return claimed.stream()
        .map(call -> table.update(with(withClient(call.facts(), client), call, now)))
        .toList();
  }

  @Override
  public void moveUnassigned(OfficerId officer, Instant now) {
    RegionPath region = officers.find(officer).orElseThrow().details().region();
    table.replaceAll(call ->
        call.officerId().equals(officer) && call.region().equals(RegionPath.UNASSIGNED)
            ? in(region, withVersion(call, call.version() + 1), now)
            : call);
  }

  @Override
  public void move(RegionPath from, RegionPath to) {
    table.replaceAll(call ->
        from.contains(call.region())
            ? in(call.region().moved(from, to), call, call.updatedAt())
            : call);
  }

  @Override
  public Optional<CallView> find(CallId id, Visibility callsSeen, Visibility clientsSeen) {
    return table
        .living(id)
        .filter(call -> isVisible(call, callsSeen) || isClientVisible(call, clientsSeen))
        .map(call -> view(call, clientsSeen));
  }

  @Override
  public List<CallView> findAll(Set<CallId> ids, Visibility callsSeen, Visibility clientsSeen) {
    return ids.stream().flatMap(id -> find(id, callsSeen, clientsSeen).stream()).toList();
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

  @Override
  public List<CallView> latestFrom(
      PhoneNumber number, Instant since, int limit, Visibility callsSeen, Visibility clientsSeen) {
    return table.living().stream()
        .filter(call -> number.equals(call.facts().number()))
        .filter(call -> call.facts().type() == CallType.INCOMING)
        .filter(call -> !call.facts().startedAt().isBefore(since))
        .filter(call -> isVisible(call, callsSeen) || isClientVisible(call, clientsSeen))
        .map(call -> view(call, clientsSeen))
        .sorted(Comparator.comparing(InMemoryCalls::place, Ordering.BY_START.reversed()))
        .limit(limit)
        .toList();
  }

  @Override
  public Slice<CallView, ByStart> list(
      CallFilter filter,
      CallOrder order,
      Visibility callsSeen,
      Visibility clientsSeen,
      Paging<ByStart> paging) {
    return Ordering.page(
        visible(filter, callsSeen).map(call -> view(call, clientsSeen)),
        InMemoryCalls::place,
        comparator(order),
        paging);
  }

  @Override
  public void export(
      CallFilter filter,
      CallOrder order,
      Visibility callsSeen,
      Visibility clientsSeen,
      Export<CallView> export) {
    Ordering.export(
        visible(filter, callsSeen).map(call -> view(call, clientsSeen)),
        InMemoryCalls::place,
        comparator(order),
        export);
  }

  private static ByStart place(CallView view) {
    return new ByStart(view.call().facts().startedAt(), view.id().value());
  }

  private static Comparator<ByStart> comparator(CallOrder order) {
    return switch (order) {
      case LATEST_FIRST -> Ordering.BY_START.reversed();
      case EARLIEST_FIRST -> Ordering.BY_START;
    };
  }

  @Override
  public CallHistory historyOf(OfficerId officer, Visibility callsSeen, Visibility clientsSeen) {
    return history(CallFilter.ALL.of(officer), callsSeen, clientsSeen);
  }

  @Override
  public CallHistory historyWith(Set<ClientId> ids, Visibility clientsSeen) {
    return history(CallFilter.ALL.with(ids), Visibility.EVERYTHING, clientsSeen);
  }

  private CallHistory history(CallFilter filter, Visibility callsSeen, Visibility clientsSeen) {
    return new CallHistory(
        list(filter, CallOrder.LATEST_FIRST, callsSeen, clientsSeen, Paging.first()),
        totals(filter, callsSeen));
  }

  private CallTotals totals(CallFilter filter, Visibility callsSeen) {
    List<CallFacts> facts = visible(filter, callsSeen).map(Call::facts).toList();
    return new CallTotals(
        facts.size(),
        facts.stream().filter(f -> f.outcome().connected()).count(),
        facts.stream().mapToLong(f -> f.durationSeconds().seconds()).sum(),
        facts.stream()
            .filter(f -> f.outcome().connected())
            .mapToLong(f -> f.durationSeconds().seconds())
            .sum(),
        facts.stream().map(CallFacts::startedAt).max(Comparator.naturalOrder()).orElse(null));
  }

  /** Returns whether the call is or was one of this officer or client. */
  public boolean isOf(UUID call, UUID person) {
    return table.livingOrDeleted(new CallId(call)).filter(c -> isOf(c, person)).isPresent();
  }

  /** Returns all calls, deleted or not. */
  public List<Call> livingOrDeleted() {
    return table.livingOrDeleted();
  }

  /** Returns all calls that were not deleted. */
  public List<Call> living() {
    return table.living();
  }

  private Stream<Call> visible(CallFilter filter, Visibility visibility) {
    return table.living().stream()
        .filter(call -> isVisible(call, visibility) && passes(call, filter));
  }

  private static boolean isVisible(Call call, Visibility visibility) {
    return visibility.covers(call.region(), call.officerId());
  }

  private boolean isClientVisible(Call call, Visibility visibility) {
    ClientId client = call.facts().clientId();
    return client != null && clients.find(clients.current(client), visibility).isPresent();
  }

  private static boolean passes(Call call, CallFilter filter) {
    CallFacts facts = call.facts();
    ClientId client = facts.clientId();
    return filter.admits(call.officerId())
        && (client == null ? filter.clients().isEmpty() : filter.admits(client))
        && (filter.types().isEmpty() || filter.types().contains(facts.type()))
        && (filter.outcomes().isEmpty() || filter.outcomes().contains(facts.outcome()))
        && (filter.region() == null || filter.region().contains(call.region()))
        && (filter.from() == null || !facts.startedAt().isBefore(filter.from()))
        && (filter.to() == null || facts.startedAt().isBefore(filter.to()))
        && (filter.externalId() == null || filter.externalId().equals(facts.externalId()))
        && (filter.text() == null
            || (facts.comment() != null
                && SearchFold.beginsWords(filter.text(), facts.comment().value())))
        && (filter.minDurationSeconds() == null
            || facts.durationSeconds().seconds() >= filter.minDurationSeconds());
  }

  private CallView view(Call stored, Visibility clientsSeen) {
    Call call = current(stored);
    ClientId client = call.facts().clientId();
    return new CallView(
        call,
        officers.nameOf(call.officerId()),
        client == null ? null : clients.nameOf(client, clientsSeen),
        nameOf(call.loggedBy()));
  }

  private Optional<Name> livingName(ActorId id) {
    return keys.livingName(id)
        .or(() -> officers.find(new OfficerId(id.value())).map(o -> o.details().name()));
  }

  private String nameOf(ActorId id) {
    return keys.nameOf(id)
        .map(Name::value)
        .orElseGet(() -> officers.nameOf(new OfficerId(id.value())));
  }

  /**
   * Removes the comments of all calls of an officer or a client, the numbers of a client, and the
   * notes of their follow-ups. Returns the calls as they were.
   */
  public List<Call> eraseComments(UUID person, Instant now) {
    followUps.eraseNotes(person, now);
    List<Call> erased =
        table.living().stream()
            .filter(call -> isOf(call, person) && !erased(call, person).equals(call.facts()))
            .toList();
    table.replaceAll(call ->
        isOf(call, person) && !erased(call, person).equals(call.facts())
            ? withVersion(with(erased(call, person), call, now), call.version() + 1)
            : call);
    return erased;
  }

  private static boolean isOf(Call call, UUID person) {
    return call.officerId().value().equals(person)
        || new ClientId(person).equals(call.facts().clientId());
  }

  private static CallFacts erased(Call call, UUID person) {
    CallFacts facts = call.facts();
    boolean isClient = new ClientId(person).equals(facts.clientId());
    return new CallFacts(
        facts.clientId(),
        facts.type(),
        facts.outcome(),
        facts.durationSeconds(),
        facts.startedAt(),
        null,
        facts.externalId(),
        isClient ? null : facts.number());
  }

  private static CallFacts withClient(CallFacts facts, ClientId client) {
    return new CallFacts(
        client,
        facts.type(),
        facts.outcome(),
        facts.durationSeconds(),
        facts.startedAt(),
        facts.comment(),
        facts.externalId(),
        facts.number());
  }

  private static Call with(CallFacts facts, Call call, Instant updatedAt) {
    return new Call(
        call.id(),
        call.officerId(),
        call.region(),
        facts,
        call.loggedBy(),
        call.loggedAt(),
        updatedAt,
        call.version());
  }

  private static Call in(RegionPath region, Call call, Instant updatedAt) {
    return new Call(
        call.id(),
        call.officerId(),
        region,
        call.facts(),
        call.loggedBy(),
        call.loggedAt(),
        updatedAt,
        call.version());
  }

  private static Call withVersion(Call call, long version) {
    return new Call(
        call.id(),
        call.officerId(),
        call.region(),
        call.facts(),
        call.loggedBy(),
        call.loggedAt(),
        call.updatedAt(),
        version);
  }
}
