package io.calllog.application.call.port.out;

import static java.util.stream.Collectors.toMap;

import io.calllog.application.call.CallFingerprint;
import io.calllog.application.client.port.out.InMemoryClients;
import io.calllog.application.client.port.out.MergedClients;
import io.calllog.application.followup.port.out.InMemoryFollowUps;
import io.calllog.application.officer.port.out.InMemoryOfficers;
import io.calllog.application.officer.port.out.OfficerCalls;
import io.calllog.application.region.port.out.InMemoryRegions;
import io.calllog.application.testing.InMemoryTable;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Fake of the ports that change calls. Thread-safe. */
public final class InMemoryCalls
    implements CallRepository, MergedClients, OfficerCalls, InMemoryRegions.Members {

  private final InMemoryTable<CallId, Call> table =
      new InMemoryTable<>(Call::id, Call::version, InMemoryCalls::withVersion);
  private final Map<CallId, CallFingerprint> fingerprints = new ConcurrentHashMap<>();
  private final InMemoryOfficers officers;
  private final InMemoryClients clients;
  private final InMemoryFollowUps followUps;

  /** Creates an empty fake. Calls move with these regions. */
  public InMemoryCalls(
      InMemoryRegions regions,
      InMemoryOfficers officers,
      InMemoryClients clients,
      InMemoryFollowUps followUps) {
    this.officers = officers;
    this.clients = clients;
    this.followUps = followUps;
    regions.register(this);
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
  Call current(Call call) {
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

  static boolean isVisible(Call call, Visibility visibility) {
    return visibility.covers(call.region(), call.officerId());
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
