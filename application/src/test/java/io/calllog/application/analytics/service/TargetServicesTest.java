package io.calllog.application.analytics.service;

import static io.calllog.application.testing.Refusals.STALE;
import static io.calllog.application.testing.Refusals.assertNotFound;
import static io.calllog.application.testing.Refusals.assertNotPermitted;
import static io.calllog.application.testing.Refusals.assertStale;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.analytics.port.in.RemoveTarget;
import io.calllog.application.analytics.port.in.SetTarget;
import io.calllog.application.analytics.port.in.TargetQueries;
import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.Subject;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.application.testing.Office;
import io.calllog.domain.analytics.PerDay;
import io.calllog.domain.analytics.Target;
import io.calllog.domain.analytics.TargetDetails;
import io.calllog.domain.analytics.TargetSubject;
import io.calllog.domain.analytics.TargetSubject.OfOfficer;
import io.calllog.domain.analytics.TargetSubject.OfRegion;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.shared.RegionPath;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TargetServicesTest {

  private static final LocalDate DAY = LocalDate.parse("2026-03-01");
  private static final TargetDetails FORTY = new TargetDetails(new PerDay(40), null, null, DAY);
  private static final TargetDetails FIFTY = new TargetDetails(new PerDay(50), null, null, DAY);

  private final Office office = new Office();
  private final TargetQueries queries =
      new TargetQueriesService(office.targets, office.officers, office.regions);
  private final SetTarget set =
      new SetTargetService(
          office.targets, office.officers, office.regions, office.audit, office.clock);
  private final RemoveTarget remove =
      new RemoveTargetService(
          office.targets, office.officers, office.regions, office.audit, office.clock);
  private final TargetSubject anna = new OfOfficer(office.anna.id());
  private final TargetSubject london = region(office.london);

  @Test
  void a_target_is_set_replaced_and_removed() {
    Target first = set(office.manager, anna, FORTY);
    assertThat(first).isEqualTo(Target.create(anna, FORTY, office.clock.instant()));
    assertThat(set(office.manager, anna, FORTY)).isEqualTo(first);
    office.clock.advance(Duration.ofMinutes(1));
    Target second = set(office.admin, anna, FIFTY);
    assertThat(second.version()).isEqualTo(1);
    assertThat(second.createdAt()).isEqualTo(first.createdAt());
    assertThat(second.updatedAt()).isEqualTo(office.clock.instant());
    assertThat(queries.find(office.actor(office.anna), anna)).isEqualTo(second);
    remove(office.manager, anna);
    assertNotFound(() -> queries.find(office.actor(office.anna), anna));
    assertNotFound(() -> remove(office.manager, anna));

    assertThat(office.audit.entries())
        .extracting(AuditEntry::action)
        .containsExactly(
            AuditAction.TARGET_SET, AuditAction.TARGET_SET, AuditAction.TARGET_REMOVED);
    assertThat(office.audit.entries())
        .extracting(AuditEntry::subject)
        .containsOnly(Subject.of(anna, office.london));
    assertThat(office.audit.entries().get(0).changes())
        .containsExactly(
            FieldChange.of("callsPerDay", null, 40), FieldChange.of("from", null, DAY));
    assertThat(office.audit.entries().get(1).changes())
        .containsExactly(FieldChange.of("callsPerDay", 40, 50));
  }

  @Test
  void managers_set_targets_in_their_territory() {
    for (TargetSubject subject : List.of(anna, london, region(office.uk))) {
      set(office.manager, subject, FORTY);
      assertNotFound(() -> set(office.otherManager, subject, FORTY));
      assertNotFound(() -> remove(office.otherManager, subject));
      assertNotFound(() -> queries.find(office.actor(office.otherManager), subject));
    }
    set(office.manager, new OfOfficer(office.manager.id()), FORTY);
    assertNotFound(() -> set(office.manager, region(RegionPath.ROOT), FORTY));
    set(office.admin, region(RegionPath.ROOT), FORTY);
    set(office.admin, new OfOfficer(office.newcomer.id()), FORTY);
  }

  @Test
  void officers_see_targets_but_do_not_set_them() {
    set(office.admin, anna, FORTY);
    set(office.admin, london, FORTY);
    for (TargetSubject subject : List.of(anna, london)) {
      assertThat(queries.find(office.actor(office.anna), subject).details()).isEqualTo(FORTY);
      assertNotPermitted(() -> set(office.anna, subject, FIFTY));
      assertNotPermitted(() -> remove(office.anna, subject));
    }
    assertNotFound(() -> queries.find(office.actor(office.bob), anna));
    assertNotPermitted(() -> set(office.newcomer, new OfOfficer(office.newcomer.id()), FORTY));
  }

  @Test
  void a_version_must_be_the_expected_one() {
    assertStale(() -> set.set(command(anna, STALE, FORTY)));
    set(office.manager, anna, FORTY);
    assertStale(() -> set.set(command(anna, STALE, FIFTY)));
    assertStale(
        () -> remove.remove(new RemoveTarget.Command(office.caller(office.manager), anna, STALE)));
    var current = new ExpectedVersion(Set.of(0L));
    assertThat(set.set(command(anna, current, FIFTY)).version()).isEqualTo(1);
  }

  private SetTarget.Command command(
      TargetSubject subject, ExpectedVersion expected, TargetDetails details) {
    return new SetTarget.Command(office.caller(office.manager), subject, expected, details);
  }

  private Target set(Officer actor, TargetSubject subject, TargetDetails details) {
    return set.set(
        new SetTarget.Command(office.caller(actor), subject, ExpectedVersion.ANY, details));
  }

  private void remove(Officer actor, TargetSubject subject) {
    remove.remove(new RemoveTarget.Command(office.caller(actor), subject, ExpectedVersion.ANY));
  }

  private TargetSubject region(RegionPath path) {
    return new OfRegion(office.regions.findByPath(path).orElseThrow().id());
  }
}
