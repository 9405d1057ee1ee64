package io.calllog.application.change.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.change.port.out.ChangeFeed.End;
import io.calllog.application.change.port.out.ChangeFeed.Entry;
import io.calllog.application.change.port.out.ChangeFeed.Request;
import io.calllog.application.change.view.Change;
import io.calllog.application.change.view.Change.Removed;
import io.calllog.application.change.view.Change.SavedRegion;
import io.calllog.application.change.view.ChangeKind;
import io.calllog.application.change.view.Sight;
import io.calllog.application.region.view.RegionFilter;
import io.calllog.application.shared.Cursor.ChangePosition;
import io.calllog.application.shared.Paging;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.Territory;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.region.Region;
import io.calllog.domain.region.RegionDetails;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Part of {@link ChangeFeedContract}: regions that are new, moved or deleted. */
abstract class ChangedRegionsContract extends StorageContract {

  static final Set<ChangeKind> ALL = EnumSet.allOf(ChangeKind.class);
  static final Instant LATER = Samples.NOW.plusSeconds(60);

  /** Returns the feed of the storage. */
  protected abstract ChangeFeed feed();

  /** Returns the end of the changes after waiting for transactions that are still running. */
  protected abstract End settledEnd();

  @Test
  void says_whom_a_moved_region_concerns() {
    make(List.of(samples.below("A/B"), samples.below("C"), samples.below("D")));
    End before = settledEnd();
    moveRegion(samples.below("A/B"), samples.below("C/B"));
    End after = settledEnd();

    for (String concerned : List.of("A", "A/B", "C", "C/B")) {
      assertThat(moved(everythingIn(samples.below(concerned)), before, after))
          .as(concerned)
          .isTrue();
    }
    assertThat(moved(everythingIn(samples.below("D")), before, after)).isFalse();
    assertThat(moved(everythingIn(samples.root()), before, after)).isFalse();
    assertThat(moved(everythingIn(samples.below("A")), after, settledEnd())).isFalse();
  }

  @Test
  void a_moved_region_that_stays_visible_concerns_readers_of_what_shows_its_path() {
    make(List.of(samples.below("Empty"), samples.below("X")));
    keep(samples.officer("Anna", samples.below("Officer")));
    make(List.of(samples.below("Led")));
    keep(samples.leader("Bob", samples.root(), List.of(samples.below("Led"))));
    keep(samples.client("Acme", samples.below("Client")));
    Officer cleo = keep(samples.officer("Cleo", samples.below("Call")));
    keep(samples.call(cleo, Samples.NOW));
    move(cleo, samples.below("X"));
    Sight sight = everythingIn(samples.root());

    for (String name : List.of("Officer", "Led", "Client", "Call", "Empty")) {
      End before = settledEnd();
      moveRegion(samples.below(name), samples.below(name + " 2"));
      End after = settledEnd();

      assertThat(moved(sight, before, after)).as(name).isEqualTo(!name.equals("Empty"));
      assertThat(
              inTransaction(() ->
                  feed()
                      .movedRegions(
                          sight, EnumSet.of(ChangeKind.REGION), before.transaction(), after)))
          .as(name)
          .isFalse();
      assertThat(readSince(sight, before))
          .filteredOn(SavedRegion.class::isInstance)
          .extracting(change -> ((SavedRegion) change).region().region().path())
          .containsExactly(samples.below(name + " 2"));
    }
  }

  @Test
  void a_new_or_deleted_region_is_a_change_like_others() {
    make(List.of(samples.below("A")));
    End before = settledEnd();
    make(List.of(samples.below("A/B")));
    Sight sight = everythingIn(samples.below("A"));
    assertThat(readSince(sight, before)).singleElement().isInstanceOf(SavedRegion.class);
    End end = settledEnd();
    Region region = region(samples.below("A/B"));
    doInTransaction(() -> {
      storage().regions().lock();
      storage().regions().remove(region, LATER);
    });
    assertThat(readSince(sight, end))
        .containsExactly(new Removed(ChangeKind.REGION, region.id().value()));
    assertThat(moved(sight, before, settledEnd())).isFalse();
  }

  private boolean moved(Sight sight, End from, End end) {
    return inTransaction(() -> feed().movedRegions(sight, ALL, from.transaction(), end));
  }

  private void moveRegion(RegionPath from, RegionPath to) {
    doInTransaction(() -> {
      storage().regions().lock();
      Region region = region(from);
      storage()
          .regions()
          .move(
              new Region(
                  region.id(), new RegionDetails(to), region.createdAt(), LATER, region.version()),
              from);
    });
  }

  private Region region(RegionPath path) {
    return storage()
        .regionViews()
        .list(new RegionFilter(samples.root()), Visibility.EVERYTHING, Paging.first())
        .items()
        .stream()
        .map(view -> view.region())
        .filter(region -> region.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  protected final List<Change> readSince(Sight sight, End end) {
    return read(sight, ChangePosition.before(end.transaction()), end.transaction());
  }

  final List<Change> read(Sight sight, ChangePosition after, long removedFrom) {
    End end = settledEnd();
    return feed().read(new Request(sight, ALL, after, removedFrom, end, 1000)).stream()
        .map(Entry::change)
        .toList();
  }

  static ChangePosition start() {
    return ChangePosition.before(0);
  }

  /** What a manager of a region sees. */
  protected static Sight everythingIn(RegionPath region) {
    Visibility all = Visibility.of(Territory.of(region));
    return new Sight(all, all, all, all);
  }

  final void move(Officer officer, RegionPath region) {
    OfficerDetails d = officer.details();
    var details =
        new OfficerDetails(d.name(), d.email(), d.phone(), region, d.leads(), d.role(), d.status());
    doInTransaction(() ->
        storage()
            .officers()
            .update(
                new Officer(
                    officer.id(),
                    details,
                    officer.passwordHash(),
                    officer.tokenVersion(),
                    officer.createdAt(),
                    LATER,
                    officer.version())));
  }
}
