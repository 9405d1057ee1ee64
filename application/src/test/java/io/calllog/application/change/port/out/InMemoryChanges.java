package io.calllog.application.change.port.out;

import io.calllog.application.call.port.out.CallViews;
import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.call.view.CallView;
import io.calllog.application.change.view.Change;
import io.calllog.application.change.view.Change.Removed;
import io.calllog.application.change.view.Change.SavedCall;
import io.calllog.application.change.view.Change.SavedClient;
import io.calllog.application.change.view.Change.SavedOfficer;
import io.calllog.application.change.view.Change.SavedRegion;
import io.calllog.application.change.view.ChangeKind;
import io.calllog.application.change.view.Sight;
import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.officer.port.out.OfficerViews;
import io.calllog.application.officer.view.OfficerFilter;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.region.port.out.RegionViews;
import io.calllog.application.region.view.RegionFilter;
import io.calllog.application.shared.Cursor;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Cursor.ByPath;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.application.shared.Cursor.ChangePosition;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.testing.Ordering;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallId;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.region.Region;
import io.calllog.domain.shared.RegionPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fake that compares the other fakes with what it saw last: all differences are one transaction.
 * Thread-safe.
 */
public final class InMemoryChanges implements ChangeFeed {

  private static final Comparator<ChangePosition> BY_POSITION =
      Comparator.comparingLong(ChangePosition::transaction)
          .thenComparingInt(ChangePosition::kind)
          .thenComparing(ChangePosition::id, Ordering.BY_UUID);

  private record Key(ChangeKind kind, UUID id) {}

  private record Place(RegionPath region, @Nullable OfficerId owner) {}

  private record State(Object value, Place place) {}

  private record Row(State state, long transaction, boolean deleted) {}

  private record Departure(long transaction, Key key, Place from) {}

  private final RegionViews regions;
  private final OfficerViews officers;
  private final ClientViews clients;
  private final CallViews calls;
  private final Map<Key, Row> rows = new HashMap<>();
  private final List<Departure> departures = new ArrayList<>();
  private String database = "memory";
  private long transaction;

  /** Creates a feed of the changes in other fakes. */
  public InMemoryChanges(
      RegionViews regions, OfficerViews officers, ClientViews clients, CallViews calls) {
    this.regions = regions;
    this.officers = officers;
    this.clients = clients;
    this.calls = calls;
  }

  /** Makes the data those of another database. */
  public synchronized void restore() {
    database += "'";
  }

  @Override
  public synchronized End end() {
    observe(states());
    return new End(database, transaction + 1);
  }

  @Override
  public synchronized boolean movedRegions(Sight sight, Set<ChangeKind> kinds, long from, End end) {
    return departures.stream()
        .filter(departure -> departure.key().kind() == ChangeKind.REGION)
        .filter(departure -> departure.transaction() >= from)
        .anyMatch(departure -> {
          RegionPath now = row(departure.key()).state().place().region();
          return kinds.stream()
                  .map(sight::visibility)
                  .anyMatch(visible ->
                      visible.covers(departure.from().region(), null) != visible.covers(now, null))
              || (!kinds.equals(Set.of(ChangeKind.REGION)) && isShown(now, sight));
        });
  }

  private boolean isShown(RegionPath region, Sight sight) {
    return rows.entrySet().stream()
        .filter(row -> row.getKey().kind() != ChangeKind.REGION && !row.getValue().deleted())
        .filter(row -> covers(sight, row.getKey(), row.getValue().state().place()))
        .map(row -> row.getValue().state())
        .anyMatch(state ->
            state.place().region().equals(region)
                || (state.value() instanceof OfficerView officer
                    && officer.details().leads().contains(region)));
  }

  @Override
  public synchronized List<Entry> read(Request request) {
    Sight sight = request.sight();
    List<Entry> found = new ArrayList<>();
    rows.forEach((key, row) -> {
      boolean known = !row.deleted() || row.transaction() >= request.removedFrom();
      if (known && covers(sight, key, row.state().place())) {
        found.add(entry(row.transaction(), key, change(key, row, sight)));
      }
    });
    for (Departure left : departures) {
      Row now = row(left.key());
      if (left.transaction() >= request.removedFrom()
          && left.key().kind() != ChangeKind.REGION
          && covers(sight, left.key(), left.from())
          && (now.deleted() || !covers(sight, left.key(), now.state().place()))) {
        found.add(
            entry(left.transaction(), left.key(), new Removed(left.key().kind(), left.key().id())));
      }
    }
    return found.stream()
        .filter(entry -> request.kinds().contains(entry.change().kind()))
        .filter(entry -> BY_POSITION.compare(entry.position(), request.after()) > 0)
        .sorted(Comparator.comparing(Entry::position, BY_POSITION))
        .limit(request.limit())
        .toList();
  }

  private void observe(Map<Key, State> states) {
    long next = transaction + 1;
    states.forEach((key, state) -> {
      Row row = rows.get(key);
      if (row == null || row.deleted() || !row.state().equals(state)) {
        transaction = next;
        rows.put(key, new Row(state, next, false));
      }
      if (row != null && !row.state().place().equals(state.place())) {
        departures.add(new Departure(next, key, row.state().place()));
      }
    });
    rows.replaceAll((key, row) -> {
      if (row.deleted() || states.containsKey(key)) {
        return row;
      }
      transaction = next;
      return new Row(row.state(), next, true);
    });
  }

  private Map<Key, State> states() {
    Map<Key, State> states = new HashMap<>();
    Visibility all = Visibility.EVERYTHING;
    each(
        (Paging<ByPath> paging) -> regions.list(new RegionFilter(null), all, paging),
        view ->
            states.put(
                new Key(ChangeKind.REGION, view.region().id().value()),
                new State(view.region(), new Place(view.region().path(), null))));
    each(
        (Paging<ByName> paging) -> officers.list(OfficerFilter.ALL, all, paging),
        view ->
            states.put(
                new Key(ChangeKind.OFFICER, view.id().value()),
                new State(view, new Place(view.details().region(), view.id()))));
    each(
        (Paging<ByName> paging) -> clients.list(ClientFilter.ALL, all, paging),
        listed -> {
          Client client = listed.client();
          ClientDetails details = client.details();
          states.put(
              new Key(ChangeKind.CLIENT, client.id().value()),
              new State(client, new Place(details.region(), details.ownerId())));
        });
    each(
        (Paging<ByStart> paging) ->
            calls.list(CallFilter.ALL, CallOrder.LATEST_FIRST, all, all, paging),
        view ->
            states.put(
                new Key(ChangeKind.CALL, view.id().value()),
                new State(view.call(), new Place(view.call().region(), view.call().officerId()))));
    return states;
  }

  private static <T, C extends Cursor> void each(
      Function<Paging<C>, Slice<T, C>> list, Consumer<T> use) {
    @Nullable C after = null;
    do {
      Slice<T, C> page = list.apply(new Paging<>(Paging.MAX_LIMIT, after, false));
      page.items().forEach(use);
      after = page.next();
    } while (after != null);
  }

  private Row row(Key key) {
    return Objects.requireNonNull(rows.get(key));
  }

  private static boolean covers(Sight sight, Key key, Place place) {
    return sight.visibility(key.kind()).covers(place.region(), place.owner());
  }

  private static Entry entry(long transaction, Key key, Change change) {
    return new Entry(new ChangePosition(transaction, key.kind().number(), key.id()), change);
  }

  private Change change(Key key, Row row, Sight sight) {
    if (row.deleted()) {
      return new Removed(key.kind(), key.id());
    }
    return switch (row.state().value()) {
      case Region region ->
          new SavedRegion(regions.find(region.id(), sight.regions()).orElseThrow());
      case OfficerView officer -> new SavedOfficer(officer);
      case Client client -> new SavedClient(client);
      case Call call -> new SavedCall(named(call.id(), sight));
      default -> throw new IllegalStateException("Not a thing: " + key);
    };
  }

  private CallView named(CallId id, Sight sight) {
    return calls.findAll(Set.of(id), sight.calls(), sight.clients()).getFirst();
  }
}
