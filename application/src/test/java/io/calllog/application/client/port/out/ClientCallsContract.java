package io.calllog.application.client.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.client.view.CallCoverage;
import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.client.view.ListedClient;
import io.calllog.application.shared.Cursor.ByLastCall;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.testing.Ordering;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.Storage;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.client.CallInterval;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Part of {@link ClientViewsContract}: calls with the clients. */
abstract class ClientCallsContract extends StorageContract {

  private static final LocalTime LAST_MOMENT = LocalTime.MAX;
  private static final int MANY_REGIONS = 10;

  private final LocalDate today = Storage.ZONE.today(InstantSource.system());

  @Test
  void lists_clients_with_the_totals_of_all_their_calls() {
    Officer anna = keep(samples.officer("Anna", samples.below("UK")));
    Officer dora = keep(samples.officer("Dora", samples.below("DE")));
    Client acme = keep(samples.client("Acme", samples.below("UK"), anna.id()));
    Client bolt = keep(samples.client("Bolt", samples.below("UK")));
    keep(samples.call(anna, acme, Samples.NOW));
    keep(
        samples.call(
            dora,
            samples.facts(
                acme.id(), CallType.INCOMING, CallOutcome.MISSED, 0, Samples.NOW.plusSeconds(1))));

    List<ListedClient> expected =
        List.of(
            new ListedClient(acme, 2, 1, Samples.NOW.plusSeconds(1)),
            new ListedClient(bolt, 0, 0, null));
    for (Visibility visibility : List.of(Visibility.EVERYTHING, Visibility.of(territory(uk())))) {
      assertThat(views().list(inRoot(), visibility, Paging.first()).items()).isEqualTo(expected);
      assertThat(byLastCall(inRoot(), visibility, false)).isEqualTo(expected.reversed());
      assertThat(byLastCall(inRoot(), visibility, true)).isEqualTo(expected);
    }
  }

  @Test
  void follows_changed_and_deleted_calls() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    Client acme = keep(samples.client("Acme", samples.root()));
    Client bolt = keep(samples.client("Bolt", samples.root()));
    keep(samples.call(anna, acme, Samples.NOW));
    Call last = keep(samples.call(anna, acme, Samples.NOW.plusSeconds(60)));
    Call only = keep(samples.call(anna, bolt, Samples.NOW.plusSeconds(30)));

    assertThat(byLastCall(inRoot(), Visibility.EVERYTHING, true))
        .extracting(ListedClient::client)
        .containsExactly(acme, bolt);
    doInTransaction(() -> storage().calls().remove(last, Samples.NOW));
    assertThat(byLastCall(inRoot(), Visibility.EVERYTHING, true))
        .containsExactly(
            new ListedClient(bolt, 1, 1, Samples.NOW.plusSeconds(30)),
            new ListedClient(acme, 1, 1, Samples.NOW));
    doInTransaction(() -> storage().calls().remove(only, Samples.NOW));
    assertThat(byLastCall(inRoot(), Visibility.EVERYTHING, true))
        .containsExactly(
            new ListedClient(acme, 1, 1, Samples.NOW), new ListedClient(bolt, 0, 0, null));
  }

  @Test
  void reads_the_list_by_last_call_in_pages_of_any_size_with_any_visibility() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    int place = 0;
    for (RegionPath region : trickyRegions()) {
      for (boolean owned : new boolean[] {true, false}) {
        OfficerId owner = owned ? anna.id() : null;
        Client client = keep(samples.client("Acme", region, owner));
        place++;
        if (place % 4 != 0) { // some have the same time, and some no call
          keep(samples.call(anna, client, Samples.NOW.plusSeconds(place % 3)));
        }
      }
    }
    for (Visibility visibility : visibilities(trickyRegions(), anna.id(), anna.id())) {
      List<ListedClient> earliestFirst =
          views().list(inRoot(), visibility, new Paging<>(200, null, false)).items().stream()
              .sorted(Comparator.comparing(ClientCallsContract::place, Ordering.BY_LAST_CALL))
              .toList();

      for (int limit : List.of(1, 3, 30)) {
        assertThat(walk(limit, visibility, false))
            .as("pages of %s with %s", limit, visibility)
            .isEqualTo(earliestFirst);
        assertThat(walk(limit, visibility, true))
            .as("pages of %s with %s", limit, visibility)
            .isEqualTo(earliestFirst.reversed());
      }
    }
  }

  @Test
  void filters_those_without_a_call_in_so_many_days() {
    Client never = called("Never", null, -1);
    called("Today", null, 0);
    Client onTheDay = called("Thirty", null, 30);
    Client dayBefore = called("Thirty-one", null, 31);

    assertThat(notCalledFor(30)).containsExactly(never, dayBefore);
    assertThat(notCalledFor(29)).containsExactly(never, onTheDay, dayBefore);
    assertThat(notCalledFor(3_650)).containsExactly(never);
  }

  @Test
  void filters_by_how_well_clients_are_covered() {
    called("Unbound", null, 400);
    Client never = called("Never", 14, -1);
    Client inTime = called("Fourteen", 14, 14);
    Client late = called("Fifteen", 14, 15);

    assertThat(covered(CallCoverage.NEVER_CALLED)).containsExactly(never);
    assertThat(covered(CallCoverage.LATE)).containsExactly(late);
    assertThat(covered(CallCoverage.IN_TIME)).containsExactly(inTime);
    assertThat(covered(CallCoverage.LATE, CallCoverage.NEVER_CALLED)).containsExactly(late, never);
    assertThat(covered(CallCoverage.values())).containsExactly(late, inTime, never);
  }

  @Test
  void filters_those_without_an_owner() {
    OfficerId anna = keep(samples.officer("Anna", samples.root())).id();
    keep(samples.client("Owned", samples.root(), anna));
    Client free = keep(samples.client("Free", samples.root()));
    var filter =
        new ClientFilter(
            Set.of(), samples.root(), Set.of(), null, null, true, null, Set.of(), null);

    assertThat(listed(filter)).containsExactly(free);
  }

  /** Adds a client whose only call was at the end of a day so many days ago; -1 for no call. */
  private Client called(String name, @Nullable Integer every, int daysAgo) {
    CallInterval callEvery = every == null ? null : CallInterval.ofDays(every);
    Client client =
        keep(
            samples.client(
                new ClientDetails(
                    new Name(name),
                    null,
                    List.of(),
                    null,
                    null,
                    samples.root(),
                    ClientStatus.LEAD,
                    null,
                    null,
                    callEvery)));
    if (daysAgo >= 0) {
      Officer officer = keep(samples.officer("Anna", samples.root()));
      Instant start =
          today.minusDays(daysAgo).atTime(LAST_MOMENT).atZone(Storage.ZONE.id()).toInstant();
      keep(samples.call(officer, client, start.truncatedTo(ChronoUnit.MILLIS)));
    }
    return client;
  }

  private List<Client> notCalledFor(int days) {
    return listed(
        new ClientFilter(
            Set.of(),
            samples.root(),
            Set.of(),
            null,
            null,
            false,
            CallInterval.ofDays(days),
            Set.of(),
            null));
  }

  private List<Client> covered(CallCoverage... states) {
    return listed(
        new ClientFilter(
            Set.of(), samples.root(), Set.of(), null, null, false, null, Set.of(states), null));
  }

  /**
   * Lists by name, after checking that the other orders and the total have the same clients, in a
   * territory of one region and of many.
   */
  private List<Client> listed(ClientFilter filter) {
    List<ListedClient> inOneRegion = sameInEachOrder(filter);
    make(IntStream.range(0, MANY_REGIONS).mapToObj(n -> samples.below("region-" + n)).toList());
    assertThat(sameInEachOrder(filter)).isEqualTo(inOneRegion);
    return inOneRegion.stream().map(ListedClient::client).toList();
  }

  private List<ListedClient> sameInEachOrder(ClientFilter filter) {
    Slice<ListedClient, ByName> page =
        views().list(filter, Visibility.EVERYTHING, new Paging<>(50, null, true));
    assertThat(page.total()).isEqualTo(Slice.Total.of(page.items().size()));
    for (boolean latestFirst : List.of(true, false)) {
      assertThat(byLastCall(filter, Visibility.EVERYTHING, latestFirst))
          .containsExactlyInAnyOrderElementsOf(page.items());
    }
    return page.items();
  }

  final List<ListedClient> byLastCall(
      ClientFilter filter, Visibility visibility, boolean latestFirst) {
    return views().listByLastCall(filter, visibility, latestFirst, Paging.first()).items();
  }

  private List<ListedClient> walk(int limit, Visibility visibility, boolean latestFirst) {
    return walk(
        limit,
        (Paging<ByLastCall> paging) ->
            views().listByLastCall(inRoot(), visibility, latestFirst, paging));
  }

  private static ByLastCall place(ListedClient listed) {
    return new ByLastCall(listed.lastCallAt(), listed.client().id().value());
  }

  final ClientFilter inRoot() {
    return new ClientFilter(
        Set.of(), samples.root(), Set.of(), null, null, false, null, Set.of(), null);
  }

  private RegionPath uk() {
    return samples.below("UK");
  }

  final ClientViews views() {
    return storage().clientViews();
  }
}
