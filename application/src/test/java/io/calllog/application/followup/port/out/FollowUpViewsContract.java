package io.calllog.application.followup.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.followup.view.FollowUpFilter;
import io.calllog.application.followup.view.FollowUpView;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Export;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.client.Client;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.followup.FollowUpDetails;
import io.calllog.domain.followup.FollowUpState;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Contract of {@link FollowUpViews}. */
public abstract class FollowUpViewsContract extends StorageContract {

  private static final Instant DUE = Samples.NOW;
  private static final Instant FUTURE = Instant.parse("2099-01-01T00:00:00Z");

  @Test
  void shows_the_names_of_the_officer_and_of_a_visible_client() {
    Officer anna = keep(samples.officer("Anna", samples.below("UK")));
    Client acme = keep(samples.client("Acme", samples.below("DE")));
    FollowUp followUp = keep(samples.followUp(anna, acme, DUE));
    Visibility uk = Visibility.of(territory(samples.below("UK")));
    Visibility germany = Visibility.of(territory(samples.below("DE")));
    Visibility france = Visibility.of(territory(samples.below("FR")));

    assertThat(views().find(followUp.id(), uk, uk))
        .contains(new FollowUpView(followUp, "Anna", null));
    assertThat(views().find(followUp.id(), france, germany))
        .contains(new FollowUpView(followUp, "Anna", "Acme"));
    assertThat(views().find(followUp.id(), france, france)).isEmpty();
    doInTransaction(() -> storage().followUps().remove(followUp, DUE));
    assertThat(views().find(followUp.id(), uk, uk)).isEmpty();
  }

  @Test
  void lists_what_is_visible_by_the_officer_or_by_the_client() {
    List<RegionPath> regions = trickyRegions();
    make(regions);
    Officer one = keep(samples.officer("One", samples.root()));
    Officer other = keep(samples.officer("Other", samples.root()));
    List<FollowUp> all = new ArrayList<>();
    List<Client> clients = new ArrayList<>();
    for (int i = 0; i < regions.size(); i++) {
      Officer officer = i % 5 == 0 ? one : keep(samples.officer("Officer", regions.get(i)));
      Client client =
          keep(
              samples.client(
                  "Acme",
                  regions.get((i * 5 + 3) % regions.size()),
                  i % 4 == 0 ? other.id() : null));
      clients.add(client);
      all.add(keep(samples.followUp(officer, client, DUE.plusSeconds(i))));
    }

    for (Visibility visibility : visibilities(regions, one.id(), other.id())) {
      for (Visibility calls : List.of(visibility, Visibility.ownedBy(one.id()))) {
        for (FollowUpFilter wanted : List.of(withClients(clients), filter())) {
          List<FollowUp> expected = new ArrayList<>();
          for (int i = 0; i < all.size(); i++) {
            var client = clients.get(i).details();
            RegionPath region = all.get(i).region();
            if ((wanted.region() == null || wanted.region().contains(region))
                && (calls.covers(region, all.get(i).details().officerId())
                    || visibility.covers(client.region(), client.ownerId()))) {
              expected.add(all.get(i));
            }
          }
          assertThat(
                  StorageContract.<FollowUpView, ByTime>walk(
                      3, paging -> views().list(wanted, calls, visibility, paging)))
              .as("%s, %s, %s", wanted, calls, visibility)
              .extracting(FollowUpView::followUp)
              .isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void filters_by_everything() {
    Officer anna = keep(samples.officer("Anna", samples.below("UK")));
    Officer bob = keep(samples.officer("Bob", samples.below("DE")));
    Client acme = keep(samples.client("Acme", samples.root()));
    Client apex = keep(samples.client("Apex", samples.root()));
    FollowUp early = keep(samples.followUp(anna, acme, DUE));
    FollowUp late = keep(samples.followUp(bob, apex, FUTURE));
    FollowUp cancelled =
        keep(
            samples.followUp(
                anna,
                apex,
                new FollowUpDetails(anna.id(), DUE.plusMillis(1), null, FollowUpState.CANCELLED)));

    assertThat(list(filter())).containsExactly(early, cancelled, late);
    assertThat(
            list(
                new FollowUpFilter(
                    Set.of(FollowUpState.OPEN),
                    Set.of(),
                    Set.of(),
                    samples.root(),
                    null,
                    null,
                    null)))
        .containsExactly(early, late);
    assertThat(
            list(
                new FollowUpFilter(
                    Set.of(FollowUpState.CANCELLED, FollowUpState.DONE),
                    Set.of(),
                    Set.of(),
                    samples.root(),
                    null,
                    null,
                    null)))
        .containsExactly(cancelled);
    assertThat(
            list(new FollowUpFilter(Set.of(), Set.of(bob.id()), Set.of(), null, null, null, null)))
        .containsExactly(late);
    assertThat(
            list(new FollowUpFilter(Set.of(), Set.of(), Set.of(apex.id()), null, null, null, null)))
        .containsExactly(cancelled, late);
    assertThat(
            list(
                new FollowUpFilter(
                    Set.of(), Set.of(), Set.of(), samples.below("UK"), null, null, null)))
        .containsExactly(early, cancelled);
    assertThat(
            list(
                new FollowUpFilter(
                    Set.of(), Set.of(), Set.of(), samples.root(), DUE.plusNanos(1), null, null)))
        .containsExactly(cancelled, late);
    assertThat(
            list(
                new FollowUpFilter(
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    samples.root(),
                    Instant.MIN,
                    DUE.plusMillis(1),
                    null)))
        .containsExactly(early);
    assertThat(
            list(
                new FollowUpFilter(Set.of(), Set.of(), Set.of(), samples.root(), null, null, true)))
        .containsExactly(early);
    assertThat(
            list(
                new FollowUpFilter(
                    Set.of(), Set.of(), Set.of(), samples.root(), null, null, false)))
        .containsExactly(cancelled, late);
    assertThat(
            list(
                new FollowUpFilter(
                    Set.of(FollowUpState.DONE),
                    Set.of(),
                    Set.of(),
                    samples.root(),
                    null,
                    null,
                    true)))
        .isEmpty();
  }

  @Test
  void orders_by_due_time_then_by_id_and_exports_the_same() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    Client acme = keep(samples.client("Acme", samples.root()));
    List<FollowUp> expected = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      expected.add(keep(samples.followUp(anna, acme, DUE.minusSeconds(i / 3))));
    }
    expected.sort(
        Comparator.comparing((FollowUp f) -> f.details().dueAt())
            .thenComparing(f -> f.id().toString()));

    for (int limit : new int[] {1, 3, 7, 8}) {
      assertThat(
              StorageContract.<FollowUpView, ByTime>walk(
                  limit,
                  paging ->
                      views().list(filter(), Visibility.EVERYTHING, Visibility.EVERYTHING, paging)))
          .extracting(FollowUpView::followUp)
          .isEqualTo(expected);
    }
    List<FollowUpView> exported = new ArrayList<>();
    doInTransaction(() ->
        views()
            .export(
                filter(),
                Visibility.EVERYTHING,
                Visibility.EVERYTHING,
                Export.unlimited(exported::add)));
    assertThat(exported).extracting(FollowUpView::followUp).isEqualTo(expected);
  }

  private FollowUpViews views() {
    return storage().followUpViews();
  }

  private List<FollowUp> list(FollowUpFilter filter) {
    return StorageContract.<FollowUpView, ByTime>walk(
            2, paging -> views().list(filter, Visibility.EVERYTHING, Visibility.EVERYTHING, paging))
        .stream()
        .map(FollowUpView::followUp)
        .toList();
  }

  /** Those of this test. */
  private FollowUpFilter filter() {
    return new FollowUpFilter(Set.of(), Set.of(), Set.of(), samples.root(), null, null, null);
  }

  private static FollowUpFilter withClients(List<Client> clients) {
    return new FollowUpFilter(
        Set.of(),
        Set.of(),
        Set.copyOf(clients.stream().map(Client::id).toList()),
        null,
        null,
        null,
        null);
  }
}
