package io.calllog.application.officer.service;

import static io.calllog.application.testing.Refusals.STALE;
import static io.calllog.application.testing.Refusals.assertConflict;
import static io.calllog.application.testing.Refusals.assertNotFound;
import static io.calllog.application.testing.Refusals.assertNotPermitted;
import static io.calllog.application.testing.Refusals.assertStale;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.officer.port.in.OfficerQueries;
import io.calllog.application.officer.port.in.RemoveOfficer;
import io.calllog.application.officer.port.in.ReviseOfficer;
import io.calllog.application.officer.port.in.ReviseOfficer.Command;
import io.calllog.application.officer.view.OfficerFilter;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.SessionId;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.RegionPath;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Queries, changes, and deletions of officers. */
class ReviseOfficerServiceTest {

  private static final UnaryOperator<OfficerDetails> RENAMED = named("Renamed");

  private final Office office = new Office();
  private final ReviseOfficer reviseOfficer =
      new ReviseOfficerService(
          office.officers, office.sessions, office.calls, office.audit, office.clock);
  private final RemoveOfficer removeOfficer =
      new RemoveOfficerService(office.officers, office.sessions, office.audit, office.clock);
  private final OfficerQueries queries =
      new OfficerQueriesService(office.officers, office.unitOfWork);

  @Test
  void officers_leaders_and_administrators_can_change_an_officer() {
    office.clock.advance(Duration.ofSeconds(60));

    OfficerView changed = revise(office.anna, office.anna, version(0), RENAMED);

    assertThat(changed.details().name()).isEqualTo(new Name("Renamed"));
    assertThat(changed.version()).isEqualTo(1);
    assertThat(changed.updatedAt()).isEqualTo(Samples.NOW.plusSeconds(60));
    assertThat(changed).isEqualTo(OfficerView.of(stored(office.anna)));
    assertThat(revise(office.manager, office.anna, version(1), status(OfficerStatus.ON_LEAVE)))
        .extracting(officer -> officer.details().status())
        .isEqualTo(OfficerStatus.ON_LEAVE);
    assertThat(
            revise(office.admin, office.manager, version(0), placed(office.germany))
                .details()
                .region())
        .isEqualTo(office.germany);
  }

  @Test
  void keeps_the_version_if_nothing_changes() {
    assertThat(revise(office.anna, office.anna, ExpectedVersion.ANY, named("Anna")))
        .isEqualTo(OfficerView.of(office.anna));
  }

  @Test
  void does_not_find_an_invisible_officer_before_other_checks() {
    for (Officer stranger :
        new Officer[] {office.bob, office.dora, office.otherManager, office.newcomer}) {
      assertNotFound(() -> revise(stranger, office.anna, STALE, role(Role.ADMIN)));
      assertNotFound(() -> remove(stranger, office.anna, STALE));
      assertNotFound(() -> queries.find(office.actor(stranger), office.anna.id()));
    }
  }

  @Test
  void does_not_find_an_unknown_or_deleted_officer() {
    Officer unknown = office.samples.officer("Unknown", office.uk);
    remove(office.admin, office.bob, version(0));

    for (Officer absent : new Officer[] {unknown, office.bob}) {
      assertNotFound(() -> revise(office.admin, absent, STALE, RENAMED));
      assertNotFound(() -> remove(office.admin, absent, STALE));
      assertNotFound(() -> queries.find(office.actor(office.admin), absent.id()));
    }
  }

  @Test
  void refuses_changes_of_forbidden_fields_before_other_checks() {
    assertNotPermitted(() -> revise(office.anna, office.anna, STALE, role(Role.ADMIN)));
    assertNotPermitted(() -> revise(office.anna, office.anna, STALE, placed(office.uk)));
    assertNotPermitted(
        () -> revise(office.anna, office.anna, STALE, status(OfficerStatus.ON_LEAVE)));
    assertNotPermitted(
        () -> revise(office.anna, office.anna, STALE, email(office.bob.details().email().value())));
    assertNotPermitted(() -> revise(office.manager, office.anna, STALE, placed(office.uk)));
    assertNotPermitted(() -> revise(office.manager, office.manager, STALE, role(Role.ADMIN)));
    assertThat(stored(office.anna)).isEqualTo(office.anna);
  }

  @Test
  void refuses_changes_of_other_managers_in_the_territory() {
    Officer deputy = office.hire("Deputy", office.london, Role.MANAGER);

    assertNotPermitted(() -> revise(office.manager, deputy, STALE, RENAMED));
    assertNotPermitted(() -> remove(office.manager, deputy, STALE));
    assertNotPermitted(() -> remove(office.manager, office.anna, STALE));
    assertNotPermitted(() -> remove(office.anna, office.anna, STALE));
    assertThat(queries.find(office.actor(office.manager), deputy.id()).details().name())
        .isEqualTo(new Name("Deputy"));
  }

  @Test
  void checks_the_version_before_conflicts() {
    assertStale(() ->
        revise(office.admin, office.anna, STALE, email(office.bob.details().email().value())));
    assertStale(() -> revise(office.admin, office.admin, STALE, status(OfficerStatus.INACTIVE)));
    assertStale(() -> remove(office.admin, office.admin, STALE));
  }

  @Test
  void refuses_a_taken_email() {
    assertConflict(
        "email-taken",
        () ->
            revise(
                office.admin,
                office.anna,
                version(0),
                email(office.bob.details().email().value().toUpperCase(Locale.ROOT))));
    assertThat(stored(office.anna)).isEqualTo(office.anna);
  }

  @Test
  void revokes_tokens_after_a_change_of_region_or_role_or_deactivation() {
    assertThat(revise(office.admin, office.anna, version(0), placed(office.germany))).isNotNull();
    assertThat(stored(office.anna).tokenVersion()).isEqualTo(1);
    assertThat(revise(office.admin, office.anna, version(1), role(Role.MANAGER))).isNotNull();
    assertThat(stored(office.anna).tokenVersion()).isEqualTo(2);
    assertThat(revise(office.admin, office.anna, version(2), status(OfficerStatus.INACTIVE)))
        .isNotNull();
    assertThat(stored(office.anna).tokenVersion()).isEqualTo(3);
    assertThat(revise(office.admin, office.anna, version(3), RENAMED)).isNotNull();
    assertThat(office.officers.tokenVersionOf(office.anna.id())).contains(3);
  }

  @Test
  void ends_the_sessions_of_a_deactivated_or_deleted_officer_only() {
    SessionId annas = office.signIn(office.anna);
    SessionId bobs = office.signIn(office.bob);
    SessionId doras = office.signIn(office.dora);

    assertThat(revise(office.admin, office.anna, version(0), role(Role.MANAGER))).isNotNull();
    assertThat(office.isOpen(annas)).isTrue();
    assertThat(revise(office.admin, office.anna, version(1), status(OfficerStatus.INACTIVE)))
        .isNotNull();
    remove(office.admin, office.bob, version(0));

    assertThat(office.isOpen(annas)).isFalse();
    assertThat(office.isOpen(bobs)).isFalse();
    assertThat(office.isOpen(doras)).isTrue();
  }

  @Test
  void keeps_the_last_active_administrator() {
    for (UnaryOperator<OfficerDetails> change :
        List.of(
            role(Role.MANAGER), status(OfficerStatus.INACTIVE), status(OfficerStatus.ON_LEAVE))) {
      assertConflict(
          "last-administrator",
          () -> revise(office.admin, office.admin, ExpectedVersion.ANY, change));
    }
    assertConflict(
        "last-administrator", () -> remove(office.admin, office.admin, ExpectedVersion.ANY));
    assertThat(revise(office.admin, office.admin, version(0), placed(office.uk)).version())
        .isEqualTo(1);
  }

  @Test
  void does_not_count_administrators_on_leave_or_deleted() {
    Officer second = office.hire("Second", RegionPath.ROOT, Role.ADMIN);
    assertThat(revise(second, second, version(0), status(OfficerStatus.ON_LEAVE)).version())
        .isEqualTo(1);

    assertConflict(
        "last-administrator", () -> remove(office.admin, office.admin, ExpectedVersion.ANY));
    assertThat(revise(office.admin, second, version(1), status(OfficerStatus.ACTIVE)).version())
        .isEqualTo(2);
    remove(office.admin, office.admin, ExpectedVersion.ANY);
    assertConflict("last-administrator", () -> remove(second, second, ExpectedVersion.ANY));
  }

  @Test
  void deletes_an_inactive_administrator_if_another_is_active() {
    Officer second = office.hire("Second", RegionPath.ROOT, Role.ADMIN);
    assertThat(revise(office.admin, second, version(0), status(OfficerStatus.INACTIVE)).version())
        .isEqualTo(1);

    remove(office.admin, second, version(1));

    assertThat(office.officers.find(second.id())).isEmpty();
  }

  @Test
  void deletes_an_officer_and_frees_the_email() {
    remove(office.admin, office.anna, version(0));

    assertThat(office.officers.find(office.anna.id())).isEmpty();
    assertThat(office.officers.findByEmail(office.anna.details().email())).isEmpty();
  }

  @Test
  void lists_visible_officers() {
    assertThat(listed(office.anna)).containsExactly("Anna");
    assertThat(listed(office.manager)).containsExactly("Anna", "Bob", "Mary Manager");
    assertThat(listed(office.newcomer)).containsExactly("Nick Newcomer");
    assertThat(listed(office.admin)).hasSize(7);
  }

  private List<String> listed(Officer reader) {
    return queries.list(office.actor(reader), OfficerFilter.ALL, Paging.first()).items().stream()
        .map(officer -> officer.details().name().value())
        .toList();
  }

  private OfficerView revise(
      Officer by,
      Officer officer,
      ExpectedVersion expected,
      UnaryOperator<OfficerDetails> changes) {
    return reviseOfficer.revise(new Command(office.caller(by), officer.id(), expected, changes));
  }

  private void remove(Officer by, Officer officer, ExpectedVersion expected) {
    removeOfficer.remove(
        new RemoveOfficer.Command(Caller.internal(office.actor(by)), officer.id(), expected));
  }

  private Officer stored(Officer officer) {
    return office.officers.find(officer.id()).orElseThrow();
  }

  private static ExpectedVersion version(long version) {
    return new ExpectedVersion(Set.of(version));
  }

  private static UnaryOperator<OfficerDetails> named(String name) {
    return was ->
        new OfficerDetails(
            new Name(name),
            was.email(),
            was.phone(),
            was.region(),
            was.leads(),
            was.role(),
            was.status());
  }

  private static UnaryOperator<OfficerDetails> email(String email) {
    return was ->
        new OfficerDetails(
            was.name(),
            new EmailAddress(email),
            was.phone(),
            was.region(),
            was.leads(),
            was.role(),
            was.status());
  }

  private static UnaryOperator<OfficerDetails> placed(RegionPath region) {
    return was ->
        new OfficerDetails(
            was.name(), was.email(), was.phone(), region, List.of(), was.role(), was.status());
  }

  private static UnaryOperator<OfficerDetails> role(Role role) {
    return was ->
        new OfficerDetails(
            was.name(), was.email(), was.phone(), was.region(), was.leads(), role, was.status());
  }

  private static UnaryOperator<OfficerDetails> status(OfficerStatus status) {
    return was ->
        new OfficerDetails(
            was.name(), was.email(), was.phone(), was.region(), was.leads(), was.role(), status);
  }
}
