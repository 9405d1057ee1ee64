package io.calllog.application.followup.port.out;

import io.calllog.application.call.view.CallFollowUps;
import io.calllog.application.client.port.out.InMemoryClients;
import io.calllog.application.followup.view.FollowUpFilter;
import io.calllog.application.followup.view.FollowUpView;
import io.calllog.application.officer.port.out.InMemoryOfficers;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.testing.InMemoryTable;
import io.calllog.application.testing.Ordering;
import io.calllog.domain.call.CallId;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.followup.FollowUpDetails;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fake of the ports for follow-ups. They are in the regions of their officers. Thread-safe. */
public final class InMemoryFollowUps implements FollowUpRepository, FollowUpViews {

  private final InMemoryTable<FollowUpId, FollowUp> table =
      new InMemoryTable<>(FollowUp::id, FollowUp::version, InMemoryFollowUps::withVersion);
  private final Map<FollowUpId, String> fingerprints = new ConcurrentHashMap<>();
  private final InMemoryOfficers officers;
  private final InMemoryClients clients;
  private final InstantSource clock;

  /** Creates an empty fake. */
  public InMemoryFollowUps(
      InMemoryOfficers officers, InMemoryClients clients, InstantSource clock) {
    this.officers = officers;
    this.clients = clients;
    this.clock = clock;
  }

  /** Returns all follow-ups that were not deleted. */
  public List<FollowUp> living() {
    return table.living().stream().map(this::placed).toList();
  }

  /** Returns the open follow-ups of these officers with these clients that are due by a time. */
  public Set<FollowUpId> due(Set<OfficerId> owing, Set<ClientId> with, Instant until) {
    return table.living().stream()
        .filter(FollowUp::isOpen)
        .filter(f -> owing.contains(f.details().officerId()) && with.contains(f.clientId()))
        .filter(f -> !f.details().dueAt().isAfter(until))
        .map(FollowUp::id)
        .collect(Collectors.toSet());
  }

  /** Returns the follow-ups that a call made and completed, deleted ones included. */
  public CallFollowUps of(CallId call) {
    Stream<FollowUpId> made =
        table.livingOrDeleted().stream().filter(f -> call.equals(f.fromCallId())).map(FollowUp::id);
    Stream<FollowUpId> completed =
        table.livingOrDeleted().stream()
            .filter(f -> call.equals(f.doneByCallId()))
            .map(FollowUp::id)
            .sorted((a, b) -> Ordering.BY_UUID.compare(a.value(), b.value()));
    return new CallFollowUps(made.findAny().orElse(null), completed.toList());
  }

  /** Gives the follow-ups with a client to another one. */
  public void move(ClientId from, ClientId to, Instant now) {
    table.replaceAll(f ->
        f.clientId().equals(from)
            ? new FollowUp(
                f.id(),
                to,
                f.region(),
                f.details(),
                f.fromCallId(),
                f.doneByCallId(),
                f.doneAt(),
                f.createdAt(),
                now,
                f.version() + 1)
            : f);
  }

  /** Removes the notes of all follow-ups of an officer or a client. */
  public void eraseNotes(UUID person, Instant now) {
    table.replaceAll(f ->
        f.details().note() != null
                && (f.clientId().value().equals(person)
                    || f.details().officerId().value().equals(person))
            ? withoutNote(f, now)
            : f);
  }

  @Override
  public List<FollowUp> findForUpdate(Set<FollowUpId> ids) {
    return ids.stream()
        .sorted((a, b) -> Ordering.BY_UUID.compare(a.value(), b.value()))
        .flatMap(id -> table.living(id).stream())
        .map(this::placed)
        .toList();
  }

  @Override
  public synchronized Set<FollowUpId> addAbsent(Collection<NewFollowUp> added) {
    Set<FollowUpId> ids = new HashSet<>();
    for (NewFollowUp each : added) {
      FollowUpId id = each.followUp().id();
      if (table.addIfAbsent(each.followUp())) {
        ids.add(id);
        if (each.fingerprint() != null) {
          fingerprints.put(id, each.fingerprint());
        }
      }
    }
    return ids;
  }

  @Override
  public synchronized Optional<UsedId> findUsedId(FollowUpId id) {
    return table
        .livingOrDeleted(id)
        .map(_ -> new UsedId(fingerprints.get(id), table.isDeleted(id)));
  }

  @Override
  public FollowUp update(FollowUp followUp) {
    return placed(table.update(followUp));
  }

  @Override
  public List<FollowUp> handOver(OfficerId from, OfficerId to, Instant now) {
    List<FollowUp> given =
        living().stream().filter(f -> f.isOpen() && f.details().officerId().equals(from)).toList();
    given.forEach(f ->
        update(
            new FollowUp(
                f.id(),
                f.clientId(),
                f.region(),
                FollowUpDetails.open(to, f.details().dueAt(), f.details().note()),
                f.fromCallId(),
                f.doneByCallId(),
                f.doneAt(),
                f.createdAt(),
                now,
                f.version())));
    return given;
  }

  @Override
  public void remove(FollowUp followUp, Instant now) {
    table.remove(followUp);
  }

  @Override
  public Optional<FollowUpView> find(FollowUpId id, Visibility callsSeen, Visibility clientsSeen) {
    return table
        .living(id)
        .map(this::placed)
        .filter(followUp -> isVisible(followUp, callsSeen, clientsSeen))
        .map(followUp -> view(followUp, clientsSeen));
  }

  @Override
  public Slice<FollowUpView, ByTime> list(
      FollowUpFilter filter, Visibility callsSeen, Visibility clientsSeen, Paging<ByTime> paging) {
    return Ordering.page(
        matching(filter, callsSeen, clientsSeen),
        InMemoryFollowUps::place,
        Ordering.BY_TIME,
        paging);
  }

  @Override
  public void export(
      FollowUpFilter filter,
      Visibility callsSeen,
      Visibility clientsSeen,
      Export<FollowUpView> export) {
    Ordering.export(
        matching(filter, callsSeen, clientsSeen),
        InMemoryFollowUps::place,
        Ordering.BY_TIME,
        export);
  }

  private Stream<FollowUpView> matching(
      FollowUpFilter filter, Visibility callsSeen, Visibility clientsSeen) {
    return living().stream()
        .filter(f -> isVisible(f, callsSeen, clientsSeen) && passes(f, filter))
        .map(f -> view(f, clientsSeen));
  }

  private static ByTime place(FollowUpView view) {
    return new ByTime(view.followUp().details().dueAt(), view.id().value());
  }

  private boolean isVisible(FollowUp followUp, Visibility callsSeen, Visibility clientsSeen) {
    return callsSeen.covers(followUp.region(), followUp.details().officerId())
        || clients.nameOf(followUp.clientId(), clientsSeen) != null;
  }

  private boolean passes(FollowUp followUp, FollowUpFilter filter) {
    FollowUpDetails details = followUp.details();
    return (filter.states().isEmpty() || filter.states().contains(details.state()))
        && (filter.officers().isEmpty() || filter.officers().contains(details.officerId()))
        && (filter.clients().isEmpty()
            || filter.clients().stream()
                .anyMatch(client -> clients.current(client).equals(followUp.clientId())))
        && (filter.region() == null || filter.region().contains(followUp.region()))
        && (filter.dueFrom() == null || !details.dueAt().isBefore(filter.dueFrom()))
        && (filter.dueTo() == null || details.dueAt().isBefore(filter.dueTo()))
        && (filter.overdue() == null || filter.overdue() == isOverdue(followUp));
  }

  private boolean isOverdue(FollowUp followUp) {
    return followUp.isOpen() && followUp.details().dueAt().isBefore(clock.instant());
  }

  private FollowUpView view(FollowUp followUp, Visibility clientsSeen) {
    return new FollowUpView(
        followUp,
        officers.nameOf(followUp.details().officerId()),
        clients.nameOf(followUp.clientId(), clientsSeen));
  }

  private FollowUp placed(FollowUp f) {
    return new FollowUp(
        f.id(),
        f.clientId(),
        officers.regionOf(f.details().officerId()),
        f.details(),
        f.fromCallId(),
        f.doneByCallId(),
        f.doneAt(),
        f.createdAt(),
        f.updatedAt(),
        f.version());
  }

  private static FollowUp withoutNote(FollowUp f, Instant now) {
    FollowUpDetails d = f.details();
    return new FollowUp(
        f.id(),
        f.clientId(),
        f.region(),
        new FollowUpDetails(d.officerId(), d.dueAt(), null, d.state()),
        f.fromCallId(),
        f.doneByCallId(),
        f.doneAt(),
        f.createdAt(),
        now,
        f.version() + 1);
  }

  private static FollowUp withVersion(FollowUp f, long version) {
    return new FollowUp(
        f.id(),
        f.clientId(),
        f.region(),
        f.details(),
        f.fromCallId(),
        f.doneByCallId(),
        f.doneAt(),
        f.createdAt(),
        f.updatedAt(),
        version);
  }
}
