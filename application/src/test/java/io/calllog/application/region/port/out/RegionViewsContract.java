package io.calllog.application.region.port.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.calllog.application.region.view.RegionFilter;
import io.calllog.application.region.view.RegionView;
import io.calllog.application.shared.Cursor.ByPath;
import io.calllog.application.shared.Paging;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.region.Region;
import io.calllog.domain.region.RegionId;
import io.calllog.domain.shared.RegionPath;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contract of {@link RegionViews}. */
public abstract class RegionViewsContract extends StorageContract {

  @Test
  void counts_officers_and_clients_directly_in_a_region() {
    make(List.of(samples.below("UK/London")));
    keep(samples.officer("Anna", samples.below("UK")));
    keep(samples.officer("Bob", samples.below("UK")));
    keep(samples.officer("Cid", samples.below("UK/London")));
    keep(samples.client("Acme", samples.below("UK")));
    Client deleted = keep(samples.client("Apex", samples.below("UK")));
    doInTransaction(() -> storage().clients().remove(deleted, Samples.NOW));

    assertThat(list(samples.root()))
        .extracting(view -> view.region().path(), RegionView::officers, RegionView::clients)
        .containsExactly(
            tuple(samples.below("UK"), 2L, 1L), tuple(samples.below("UK/London"), 1L, 0L));
  }

  @Test
  void finds_a_visible_region_as_stored() {
    make(List.of(samples.below("UK")));
    Region region = list(samples.root()).getFirst().region();

    assertThat(views().find(region.id(), Visibility.EVERYTHING))
        .contains(new RegionView(region, 0, 0));
    assertThat(views().find(region.id(), Visibility.of(territory(samples.root())))).isPresent();
    assertThat(views().find(region.id(), Visibility.of(territory(samples.below("DE"))))).isEmpty();
    assertThat(views().find(new RegionId(samples.id(Samples.NOW)), Visibility.EVERYTHING))
        .isEmpty();
  }

  @Test
  void does_not_return_deleted_regions() {
    make(List.of(samples.below("UK")));
    Region region = list(samples.root()).getFirst().region();
    doInTransaction(() -> storage().regions().remove(region, Samples.NOW));

    assertThat(list(samples.root())).isEmpty();
    assertThat(views().find(region.id(), Visibility.EVERYTHING)).isEmpty();
  }

  @Test
  void returns_exactly_what_each_visibility_covers_and_the_filter_admits() {
    make(trickyRegions());
    OfficerId anna = keep(samples.officer("Anna", samples.root())).id();

    for (Visibility visibility : visibilities(trickyRegions(), anna, anna)) {
      for (RegionPath below : trickyRegions()) {
        if (below.isFixed()) {
          continue; // the regions of other tests are below the root
        }
        List<RegionPath> expected =
            trickyRegions().stream()
                .filter(path -> visibility.covers(path, null))
                .filter(path -> below.contains(path) && !path.equals(below))
                .toList();

        assertThat(
                walk(
                    2,
                    (Paging<ByPath> paging) ->
                        views().list(new RegionFilter(below), visibility, paging)))
            .as("below %s with %s", below, visibility)
            .extracting(view -> view.region().path())
            .containsAll(expected)
            .allMatch(path -> visibility.covers(path, null))
            .isSortedAccordingTo(
                Comparator.comparing(RegionViewsContract::bytes, Arrays::compareUnsigned));
      }
    }
  }

  @Test
  void the_whole_tree_starts_with_the_root() {
    assertThat(
            views()
                .list(new RegionFilter(null), Visibility.EVERYTHING, new Paging<>(1, null, false))
                .items())
        .extracting(view -> view.region().path())
        .containsExactly(RegionPath.ROOT);
  }

  private static byte[] bytes(RegionPath path) {
    return path.path().getBytes(StandardCharsets.UTF_8);
  }

  private RegionViews views() {
    return storage().regionViews();
  }

  private List<RegionView> list(RegionPath below) {
    return views().list(new RegionFilter(below), Visibility.EVERYTHING, Paging.first()).items();
  }
}
