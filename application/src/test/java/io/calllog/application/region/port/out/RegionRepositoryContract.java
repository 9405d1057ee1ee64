package io.calllog.application.region.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.testing.Samples;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.call.Call;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.region.Region;
import io.calllog.domain.region.RegionDetails;
import io.calllog.domain.region.RegionId;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contract of {@link RegionRepository} and {@link RegionKeys}. */
public abstract class RegionRepositoryContract extends StorageContract {

  private static final Instant LATER = Samples.NOW.plusSeconds(60);

  @Test
  void the_root_and_unassigned_are_always_there() {
    assertThat(exists(RegionPath.ROOT)).isTrue();
    assertThat(exists(RegionPath.UNASSIGNED)).isTrue();
  }

  @Test
  void stores_a_region() {
    Region region = add(samples.root());

    assertThat(find(region)).isEqualTo(region);
    assertThat(exists(samples.root())).isTrue();
    assertThat(exists(samples.below("UK"))).isFalse();
    assertThat(inTransaction(() -> regions().find(new RegionId(samples.id(Samples.NOW)))))
        .isEmpty();
  }

  @Test
  void finds_regions_whose_paths_differ_only_in_case_or_white_space() {
    Region york = add(samples.below("New York/Łódź"));
    add(samples.below("New York/Lodz"));
    Region gone = add(samples.below("NewYork/łódź"));
    doInTransaction(() -> {
      regions().lock();
      regions().remove(gone, LATER);
    });

    for (String path : List.of("New York/Łódź", "NEWYORK/ŁÓDŹ", "new york/ł ó d ź")) {
      assertThat(inTransaction(() -> regions().findSimilar(samples.below(path))))
          .as(path)
          .containsExactly(york);
    }
  }

  @Test
  void a_move_takes_everything_below_with_it_and_changes_no_version_of_people() {
    Region top = add(samples.root());
    Region uk = add(samples.below("UK"));
    Region london = add(samples.below("UK/London"));
    Region similar = add(samples.below("UKX"));
    Officer anna = keep(samples.officer("Anna", samples.below("UK/London")));
    Client acme = keep(samples.client("Acme", samples.below("UK")));
    Call call = keep(samples.call(anna, Samples.NOW));

    Region moved = move(uk, samples.below("GB"));

    assertThat(moved).isEqualTo(new Region(uk.id(), moved.details(), Samples.NOW, LATER, 1));
    assertThat(moved.path()).isEqualTo(samples.below("GB"));
    assertThat(find(london).path()).isEqualTo(samples.below("GB/London"));
    assertThat(find(london).version()).isEqualTo(1);
    assertThat(find(london).updatedAt()).isEqualTo(LATER);
    assertThat(find(top)).isEqualTo(top);
    assertThat(find(similar)).isEqualTo(similar);
    assertThat(storage().officers().find(anna.id()).orElseThrow().details().region())
        .isEqualTo(samples.below("GB/London"));
    assertThat(storage().officers().find(anna.id()).orElseThrow().version()).isZero();
    assertThat(stored(acme).orElseThrow().details().region()).isEqualTo(samples.below("GB"));
    assertThat(stored(call).orElseThrow().region()).isEqualTo(samples.below("GB/London"));
  }

  @Test
  void led_regions_move() {
    add(samples.root());
    Region uk = add(samples.below("UK"));
    Officer manager = keep(samples.leader("Mary", samples.root(), List.of(uk.path())));

    move(uk, samples.below("GB"));

    assertThat(storage().officers().find(manager.id()).orElseThrow().details().leads())
        .containsExactly(samples.below("GB"));
  }

  @Test
  void a_move_of_a_stale_version_fails() {
    Region region = add(samples.root());
    move(region, new RegionPath(samples.token() + "2"));

    assertConflict("lost-race", () -> move(region, new RegionPath(samples.token() + "3")));
  }

  @Test
  void an_emptied_region_is_not_in_use() {
    add(samples.root());
    add(samples.below("UK"));
    add(samples.below("UK/London"));
    add(samples.below("UKX"));
    keep(samples.client("Similar", samples.below("UKX")));
    assertThat(isInUse(samples.below("UK"))).isFalse();

    Client client = keep(samples.client("Acme", samples.below("UK/London")));
    assertThat(isInUse(samples.below("UK"))).isTrue();
    assertThat(isInUse(samples.root())).isTrue();
    doInTransaction(() -> storage().clients().remove(client, LATER));
    assertThat(isInUse(samples.below("UK"))).isFalse();

    Officer officer = keep(samples.officer("Anna", samples.below("UK")));
    assertThat(isInUse(samples.below("UK"))).isTrue();
    doInTransaction(() -> storage().officers().remove(officer, LATER));
    assertThat(isInUse(samples.below("UK"))).isFalse();
  }

  @Test
  void a_region_that_a_manager_leads_is_in_use() {
    add(samples.root());
    add(samples.below("UK"));
    add(samples.below("UK/London"));
    var led = List.of(samples.below("UK/London"));
    Officer manager = keep(samples.leader("Mary", samples.root(), led));

    assertThat(isInUse(samples.below("UK"))).isTrue();
    doInTransaction(() -> storage().officers().remove(manager, LATER));
    assertThat(isInUse(samples.below("UK"))).isFalse();
  }

  @Test
  void deletes_a_region_and_all_below_but_calls_keep_them() {
    add(samples.root());
    Region uk = add(samples.below("UK"));
    Region london = add(samples.below("UK/London"));
    Officer anna = keep(samples.officer("Anna", london.path()));
    Call call = keep(samples.call(anna, Samples.NOW));
    doInTransaction(() -> storage().officers().remove(anna, LATER));

    doInTransaction(() -> regions().remove(uk, LATER));

    assertThat(inTransaction(() -> regions().find(uk.id()))).isEmpty();
    assertThat(inTransaction(() -> regions().find(london.id()))).isEmpty();
    assertThat(exists(london.path())).isFalse();
    assertThat(stored(call).orElseThrow().region()).isEqualTo(london.path());
    assertThat(inTransaction(() -> regions().pathsBelow(samples.root())))
        .containsExactlyInAnyOrder(uk.path(), london.path());
  }

  @Test
  void clients_and_officers_come_back_only_into_a_region_that_exists() {
    add(samples.root());
    Region uk = add(samples.below("UK"));
    Officer anna = keep(samples.officer("Anna", uk.path()));
    Client acme = keep(samples.client("Acme", uk.path()));
    doInTransaction(() -> storage().officers().remove(anna, LATER));
    doInTransaction(() -> storage().clients().remove(acme, LATER));
    doInTransaction(() -> {
      regions().lock(); // so that this node knows it at once
      regions().remove(uk, LATER);
    });

    assertConflict("region-deleted", () -> restore(anna));
    assertConflict("region-deleted", () -> restore(acme));

    add(uk.path());
    assertThat(restore(anna).details()).isEqualTo(anna.details());
    assertThat(restore(acme).details()).isEqualTo(acme.details());
    assertThat(isInUse(uk.path())).isTrue();
  }

  private Officer restore(Officer officer) {
    return inTransaction(() -> {
      Officer deleted = storage().officers().findDeletedForUpdate(officer.id()).orElseThrow();
      return storage().officers().restore(deleted, LATER);
    });
  }

  private Client restore(Client client) {
    return inTransaction(() -> {
      Client deleted = storage().clients().findDeletedForUpdate(client.id()).orElseThrow();
      return storage().clients().restore(deleted, LATER);
    });
  }

  @Test
  void a_deleted_region_moves_with_the_one_above() {
    Region top = add(samples.root());
    Region uk = add(samples.below("UK"));
    Officer anna = keep(samples.officer("Anna", uk.path()));
    Call call = keep(samples.call(anna, Samples.NOW));
    doInTransaction(() -> storage().officers().remove(anna, LATER));
    doInTransaction(() -> regions().remove(uk, LATER));

    Region moved = move(top, new RegionPath(samples.token() + "2"));

    assertThat(stored(call).orElseThrow().region().path()).isEqualTo(moved.path().path() + "/UK");
  }

  @Test
  void a_new_region_may_have_the_path_of_a_deleted_one() {
    Region first = add(samples.root());
    int key = keys().keyOf(samples.root());
    doInTransaction(() -> regions().remove(first, LATER));
    Region second = add(samples.root());

    assertThat(find(second)).isEqualTo(second);
    assertThat(keys().keyOf(samples.root())).isNotEqualTo(key);
    assertThat(keys().pathOf(key)).contains(samples.root());
  }

  @Test
  void refuses_to_place_officers_and_clients_in_an_unknown_region() {
    RegionPath unknown = samples.below("Nowhere");
    Officer officer = keep(samples.officer("Anna", samples.root()));
    Client client = keep(samples.client("Acme", samples.root()));

    assertInvalid("region", () -> addUnplaced(samples.officer("Bob", unknown)));
    assertInvalid("region", () -> addUnplaced(samples.client("Apex", unknown)));
    assertInvalid(
        "leads", () -> addUnplaced(samples.leader("Mary", samples.root(), List.of(unknown))));
    assertInvalid(
        "region",
        () -> inTransaction(() -> storage().clients().update(samples.in(unknown, client))));
    assertThat(storage().officers().find(officer.id())).contains(officer);
    assertThat(stored(client)).contains(client);
  }

  @Test
  void keys_follow_a_move_and_the_version_grows() {
    Region region = add(samples.root());
    int key = keys().keyOf(samples.root());
    long version = keys().version();
    RegionPath target = new RegionPath(samples.token() + "2");

    move(region, target);

    assertThat(keys().pathOf(key)).contains(target);
    assertThat(keys().keyOf(target)).isEqualTo(key);
    assertThat(keys().version()).isGreaterThan(version);
    assertConflict("lost-race", () -> keys().keyOf(samples.root()));
    assertThat(keys().pathOf(Integer.MAX_VALUE)).isEmpty();
    assertThat(keys().pathOf(-1)).isEmpty();
  }

  @Test
  void a_move_is_visible_to_lists_at_once() {
    Region region = add(samples.root());
    Client client = keep(samples.client("Acme", samples.root()));
    RegionPath target = new RegionPath(samples.token() + "2");

    move(region, target);

    assertThat(storage().clientViews().find(client.id(), Visibility.of(territory(target))))
        .isPresent();
    assertThat(storage().clientViews().find(client.id(), Visibility.of(territory(samples.root()))))
        .isEmpty();
  }

  private RegionRepository regions() {
    return storage().regions();
  }

  private RegionKeys keys() {
    return storage().regionKeys();
  }

  private Region add(RegionPath path) {
    Region region = samples.region(path);
    doInTransaction(() -> {
      regions().lock();
      regions().add(region);
    });
    return region;
  }

  private Region move(Region region, RegionPath target) {
    var moved =
        new Region(
            region.id(), new RegionDetails(target), region.createdAt(), LATER, region.version());
    return inTransaction(() -> {
      regions().lock();
      return regions().move(moved, region.path());
    });
  }

  private Region find(Region region) {
    return inTransaction(() -> regions().find(region.id())).orElseThrow();
  }

  private boolean exists(RegionPath path) {
    return inTransaction(() -> regions().exists(path));
  }

  private boolean isInUse(RegionPath path) {
    return inTransaction(() -> regions().lockAndCheckInUse(path));
  }

  private void addUnplaced(Officer officer) {
    doInTransaction(() -> storage().officers().add(officer));
  }

  private void addUnplaced(Client client) {
    doInTransaction(() -> storage().clients().add(client));
  }
}
