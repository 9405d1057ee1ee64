package io.calllog.application.region.service;

import static io.calllog.application.testing.Refusals.STALE;
import static io.calllog.application.testing.Refusals.assertConflict;
import static io.calllog.application.testing.Refusals.assertInvalid;
import static io.calllog.application.testing.Refusals.assertNotFound;
import static io.calllog.application.testing.Refusals.assertNotPermitted;
import static io.calllog.application.testing.Refusals.assertStale;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.Subject;
import io.calllog.application.region.port.in.CreateRegion;
import io.calllog.application.region.port.in.RegionQueries;
import io.calllog.application.region.port.in.RemoveRegion;
import io.calllog.application.region.port.in.ReviseRegion;
import io.calllog.application.region.view.RegionFilter;
import io.calllog.application.region.view.RegionView;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.application.shared.Paging;
import io.calllog.application.testing.Office;
import io.calllog.domain.call.Call;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.region.RegionDetails;
import io.calllog.domain.region.RegionId;
import io.calllog.domain.shared.RegionPath;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegionServicesTest {

  private final Office office = new Office();
  private final RegionQueries queries = new RegionQueriesService(office.regions, office.unitOfWork);
  private final CreateRegion create =
      new CreateRegionService(office.regions, office.audit, office.ids, office.clock);
  private final ReviseRegion revise =
      new ReviseRegionService(
          office.regions, office.regions, office.audit, office.ids, office.clock);
  private final RemoveRegion remove =
      new RemoveRegionService(office.regions, office.audit, office.clock);

  @Test
  void an_administrator_creates_a_region_and_those_above_it() {
    RegionPath lyon = office.samples.below("FR/South/Lyon");

    RegionView created = create(office.admin, lyon);

    assertThat(created.region().path()).isEqualTo(lyon);
    assertThat(created.region().createdAt()).isEqualTo(office.clock.instant());
    assertThat(queries.find(office.actor(office.admin), created.region().id())).isEqualTo(created);
    assertThat(pathsSeenBy(office.admin, office.samples.below("FR")))
        .containsExactly(office.samples.below("FR/South"), lyon);
    assertThat(office.audit.entries())
        .extracting(AuditEntry::action)
        .containsExactly(
            AuditAction.REGION_CREATED, AuditAction.REGION_CREATED, AuditAction.REGION_CREATED);
    AuditEntry last = office.audit.entries().getLast();
    assertThat(last.subject()).isEqualTo(Subject.of(created.region()));
    assertThat(last.changes()).containsExactly(FieldChange.of("path", null, lyon.path()));
  }

  @Test
  void a_region_exists_once() {
    assertConflict("region-exists", () -> create(office.admin, office.london));
    assertConflict("region-exists", () -> create(office.admin, RegionPath.ROOT));
    assertConflict("region-exists", () -> create(office.admin, RegionPath.UNASSIGNED));
    assertConflict("region-exists", () -> rename(office.admin, office.london, office.germany));
    assertConflict("region-exists", () -> rename(office.admin, office.london, RegionPath.ROOT));
    assertConflict("region-exists", () -> rename(office.admin, office.uk, RegionPath.ROOT));
  }

  @Test
  void no_two_regions_differ_only_in_case_or_white_space() {
    RegionPath york = create(office.admin, office.samples.below("US/New York")).region().path();

    for (String same : List.of("US/new york", "US/NewYork", "US/NEW  YORK", "us/New York")) {
      assertConflict("region-exists", () -> create(office.admin, office.samples.below(same)));
      assertConflict(
          "region-exists", () -> rename(office.admin, office.london, office.samples.below(same)));
    }
    assertConflict(
        "region-exists", () -> create(office.admin, office.samples.below("us/Texas/Austin")));
    assertConflict("region-exists", () -> create(office.admin, new RegionPath("UNASSIGNED")));
    RegionPath upper = office.samples.below("US/NEW YORK");
    assertThat(rename(office.admin, york, upper).region().path()).isEqualTo(upper);
  }

  @Test
  void only_administrators_change_regions() {
    RegionPath paris = office.samples.below("FR/Paris");
    for (Officer officer : List.of(office.manager, office.anna, office.newcomer)) {
      assertNotPermitted(() -> create(officer, paris));
      assertNotPermitted(() -> create(officer, office.london));
    }
    assertNotPermitted(() -> rename(office.manager, office.london, paris));
    assertNotPermitted(() -> remove(office.manager, office.london));
    assertNotPermitted(() -> rename(office.anna, office.london, paris));
    assertNotFound(() -> rename(office.otherManager, office.london, paris));
    assertNotFound(() -> remove(office.anna, office.uk));
    assertThat(office.audit.entries()).isEmpty();
  }

  @Test
  void everybody_sees_the_regions_of_their_territory() {
    assertThat(pathsSeenBy(office.anna, null)).containsExactly(office.london);
    assertThat(pathsSeenBy(office.manager, null)).containsExactly(office.uk, office.london);
    assertThat(pathsSeenBy(office.newcomer, null)).isEmpty();
    assertThat(pathsSeenBy(office.admin, null))
        .startsWith(RegionPath.ROOT)
        .contains(RegionPath.UNASSIGNED, office.london, office.germany);
    assertThat(pathsSeenBy(office.admin, office.uk)).containsExactly(office.london);
    Officer leader = office.hireLeaderOf(office.uk, office.germany, office.london);
    assertThat(pathsSeenBy(leader, null)).containsExactly(office.germany, office.london);
    assertNotFound(() -> queries.find(office.actor(office.anna), id(office.uk)));
    assertNotFound(() -> queries.find(office.actor(office.admin), new RegionId(new UUID(1, 1))));
  }

  @Test
  void officers_clients_calls_and_regions_below_follow_a_move() {
    Call call = office.keep(office.samples.call(office.anna, office.clock.instant()));
    RegionId id = id(office.uk);
    RegionPath britain = office.samples.below("Europe/Britain");
    office.clock.advance(Duration.ofDays(1));

    RegionView moved = rename(office.admin, office.uk, britain);

    assertThat(moved.region().id()).isEqualTo(id);
    assertThat(moved.region().path()).isEqualTo(britain);
    assertThat(moved.region().version()).isEqualTo(1);
    assertThat(moved.region().updatedAt()).isEqualTo(office.clock.instant());
    assertThat(moved.officers()).isEqualTo(1);
    RegionPath london = office.samples.below("Europe/Britain/London");
    assertThat(office.officers.find(office.anna.id()).orElseThrow().details().region())
        .isEqualTo(london);
    assertThat(office.calls.find(call.id()).orElseThrow().region()).isEqualTo(london);
    assertThat(pathsSeenBy(office.manager, null)).containsExactly(britain, london);
    assertThat(office.audit.entries())
        .extracting(AuditEntry::action)
        .containsExactly(AuditAction.REGION_CREATED, AuditAction.REGION_CHANGED);
    assertThat(office.audit.entries().getLast().changes())
        .containsExactly(FieldChange.of("path", office.uk.path(), britain.path()));
    assertThat(office.audit.entries().getLast().subject())
        .extracting(Subject::region)
        .isEqualTo(office.uk);
  }

  @Test
  void a_region_that_does_not_move_is_not_written() {
    RegionView same = rename(office.admin, office.uk, office.uk);

    assertThat(same.region().version()).isZero();
    assertThat(office.audit.entries()).isEmpty();
  }

  @Test
  void refuses_moves_that_are_impossible() {
    RegionPath deep = new RegionPath("a/b/c/d/e/f");

    assertInvalid(
        "below-itself",
        () -> rename(office.admin, office.uk, office.samples.below("UK/London/Soho")),
        "path");
    assertInvalid("fixed", () -> rename(office.admin, RegionPath.ROOT, deep), "path");
    assertInvalid("fixed", () -> rename(office.admin, RegionPath.UNASSIGNED, deep), "path");
    assertInvalid("too-long", () -> rename(office.admin, office.uk, deep), "path");
  }

  @Test
  void checks_the_version() {
    assertStale(() -> revise(office.admin, office.uk, office.germany, STALE));
    assertStale(() ->
        remove.remove(new RemoveRegion.Command(office.caller(office.admin), id(office.uk), STALE)));
    revise(office.admin, office.uk, office.samples.below("GB"), new ExpectedVersion(Set.of(0L)));
  }

  @Test
  void deletes_an_empty_region_with_those_below() {
    RegionPath south = create(office.admin, office.samples.below("FR/South")).region().path();
    RegionPath france = office.samples.below("FR");

    remove(office.admin, france);

    assertThat(office.regions.exists(france)).isFalse();
    assertThat(office.regions.exists(south)).isFalse();
    assertThat(office.audit.entries().getLast().action()).isEqualTo(AuditAction.REGION_DELETED);
  }

  @Test
  void does_not_delete_a_region_in_use() {
    assertConflict("region-in-use", () -> remove(office.admin, office.london));
    assertConflict("region-in-use", () -> remove(office.admin, office.uk));
    assertConflict("region-in-use", () -> remove(office.admin, RegionPath.ROOT));
    office.officers.remove(office.newcomer, office.clock.instant());
    assertConflict("region-in-use", () -> remove(office.admin, RegionPath.UNASSIGNED));
  }

  private RegionView create(Officer officer, RegionPath path) {
    return create.create(new CreateRegion.Command(office.caller(officer), new RegionDetails(path)));
  }

  private RegionView rename(Officer officer, RegionPath from, RegionPath to) {
    return revise(officer, from, to, ExpectedVersion.ANY);
  }

  private RegionView revise(
      Officer officer, RegionPath from, RegionPath to, ExpectedVersion expected) {
    return revise.revise(
        new ReviseRegion.Command(
            office.caller(officer), id(from), expected, _ -> new RegionDetails(to)));
  }

  private void remove(Officer officer, RegionPath path) {
    remove.remove(new RemoveRegion.Command(office.caller(officer), id(path), ExpectedVersion.ANY));
  }

  private List<RegionPath> pathsSeenBy(Officer officer, @Nullable RegionPath below) {
    return queries
        .list(office.actor(officer), new RegionFilter(below), Paging.first())
        .items()
        .stream()
        .map(view -> view.region().path())
        .toList();
  }

  private RegionId id(RegionPath path) {
    return office
        .regions
        .list(new RegionFilter(null), Visibility.EVERYTHING, Paging.first())
        .items()
        .stream()
        .filter(view -> view.region().path().equals(path))
        .findAny()
        .orElseThrow()
        .region()
        .id();
  }
}
