package io.calllog.application.call.port.out;

import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallHistory;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.call.view.CallTotals;
import io.calllog.application.call.view.CallView;
import io.calllog.application.client.port.out.InMemoryClients;
import io.calllog.application.key.port.out.InMemoryKeys;
import io.calllog.application.officer.port.out.InMemoryOfficers;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.testing.Ordering;
import io.calllog.application.testing.SearchFold;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.CallType;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fake of {@link CallViews}. Thread-safe. */
public final class InMemoryCallViews implements CallViews {

  private final InMemoryCalls calls;
  private final InMemoryOfficers officers;
  private final InMemoryClients clients;
  private final InMemoryKeys keys;
  private volatile @Nullable Instant keptSince;

  /** Creates a fake that reads these calls. Clients are listed with their totals. */
  public InMemoryCallViews(
      InMemoryCalls calls, InMemoryOfficers officers, InMemoryClients clients, InMemoryKeys keys) {
    this.calls = calls;
    this.officers = officers;
    this.clients = clients;
    this.keys = keys;
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

  @Override
  public Optional<CallView> find(CallId id, Visibility callsSeen, Visibility clientsSeen) {
    return calls
        .find(id)
        .filter(
            call -> InMemoryCalls.isVisible(call, callsSeen) || isClientVisible(call, clientsSeen))
        .map(call -> view(call, clientsSeen));
  }

  @Override
  public List<CallView> findAll(Set<CallId> ids, Visibility callsSeen, Visibility clientsSeen) {
    return ids.stream().flatMap(id -> find(id, callsSeen, clientsSeen).stream()).toList();
  }

  @Override
  public List<CallView> latestFrom(
      PhoneNumber number, Instant since, int limit, Visibility callsSeen, Visibility clientsSeen) {
    return calls.living().stream()
        .filter(call -> number.equals(call.facts().number()))
        .filter(call -> call.facts().type() == CallType.INCOMING)
        .filter(call -> !call.facts().startedAt().isBefore(since))
        .filter(
            call -> InMemoryCalls.isVisible(call, callsSeen) || isClientVisible(call, clientsSeen))
        .map(call -> view(call, clientsSeen))
        .sorted(Comparator.comparing(InMemoryCallViews::place, Ordering.BY_START.reversed()))
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
        InMemoryCallViews::place,
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
        InMemoryCallViews::place,
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

  private Stream<Call> visible(CallFilter filter, Visibility visibility) {
    return calls.living().stream()
        .filter(call -> InMemoryCalls.isVisible(call, visibility) && passes(call, filter));
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
    Call call = calls.current(stored);
    ClientId client = call.facts().clientId();
    return new CallView(
        call,
        officers.nameOf(call.officerId()),
        client == null ? null : clients.nameOf(client, clientsSeen),
        nameOf(call.loggedBy()));
  }

  private String nameOf(ActorId id) {
    return keys.nameOf(id)
        .map(Name::value)
        .orElseGet(() -> officers.nameOf(new OfficerId(id.value())));
  }
}
