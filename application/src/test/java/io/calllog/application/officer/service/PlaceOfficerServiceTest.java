package io.calllog.application.officer.service;

import static io.calllog.application.testing.Refusals.STALE;
import static io.calllog.application.testing.Refusals.assertInvalid;
import static io.calllog.application.testing.Refusals.assertNotPermitted;
import static io.calllog.application.testing.Refusals.assertStale;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.officer.port.in.ReviseOfficer;
import io.calllog.application.officer.port.in.ReviseOfficer.Command;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.call.Call;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.shared.RegionPath;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Moving officers to other regions, and giving managers regions to lead. */
class PlaceOfficerServiceTest {

  private final Office office = new Office();
  private final ReviseOfficer reviseOfficer =
      new ReviseOfficerService(
          office.officers, office.sessions, office.calls, office.audit, office.clock);

  @Test
  void calls_of_a_new_account_go_to_its_first_region() {
    Call early = office.keep(office.samples.call(office.newcomer, Samples.NOW));
    Call deleted = office.keep(office.samples.call(office.newcomer, Samples.NOW));
    office.calls.remove(deleted, Samples.NOW);
    office.clock.advance(Duration.ofDays(1));

    revise(office.admin, office.newcomer, version(0), placed(office.london));
    Call moved = office.calls.find(early.id()).orElseThrow();
    assertThat(moved.region()).isEqualTo(office.london);
    assertThat(moved.updatedAt()).isEqualTo(office.clock.instant());
    assertThat(moved.version()).isEqualTo(1);

    revise(office.admin, office.newcomer, version(1), placed(office.germany));
    assertThat(office.calls.find(early.id())).contains(moved);
  }

  @Test
  void calls_stay_in_the_region_they_were_made_in_if_the_officer_leaves_it() {
    Call call = office.keep(office.samples.call(office.anna, Samples.NOW));

    revise(office.admin, office.anna, version(0), placed(RegionPath.UNASSIGNED));
    revise(office.admin, office.anna, version(1), placed(office.germany));

    assertThat(office.calls.find(call.id())).contains(call);
  }

  @Test
  void refuses_a_region_that_does_not_exist() {
    RegionPath unknown = office.samples.below("UK/Nowhere");

    assertInvalid(
        "unknown-reference",
        () -> revise(office.admin, office.anna, version(0), placed(unknown)),
        "region");
    assertInvalid(
        "unknown-reference",
        () -> revise(office.admin, office.manager, version(0), leading(office.uk, unknown)),
        "leads");
  }

  @Test
  void a_manager_leads_the_regions_that_an_administrator_names() {
    OfficerView changed =
        revise(office.admin, office.manager, version(0), leading(office.germany, office.london));

    assertThat(changed.details().leads()).containsExactly(office.germany, office.london);
    assertThat(office.actor(office.manager).leads(office.germany)).isTrue();
    assertThat(office.actor(office.manager).leads(office.uk)).isFalse();
    assertNotPermitted(
        () -> revise(office.manager, office.manager, version(1), leading(office.uk)));
  }

  @Test
  void only_managers_lead_regions_which_is_checked_after_rights_and_version() {
    assertNotPermitted(() -> revise(office.manager, office.anna, version(0), leading(office.uk)));
    assertStale(() -> revise(office.admin, office.anna, STALE, leading(office.uk)));
    assertInvalid(
        "not-a-manager",
        () -> revise(office.admin, office.anna, version(0), leading(office.uk)),
        "leads");
    assertThat(office.officers.find(office.anna.id())).contains(office.anna);
  }

  private OfficerView revise(
      Officer by,
      Officer officer,
      ExpectedVersion expected,
      UnaryOperator<OfficerDetails> changes) {
    return reviseOfficer.revise(new Command(office.caller(by), officer.id(), expected, changes));
  }

  private static ExpectedVersion version(long version) {
    return new ExpectedVersion(Set.of(version));
  }

  private static UnaryOperator<OfficerDetails> placed(RegionPath region) {
    return was ->
        new OfficerDetails(
            was.name(), was.email(), was.phone(), region, List.of(), was.role(), was.status());
  }

  private static UnaryOperator<OfficerDetails> leading(RegionPath... leads) {
    return was ->
        new OfficerDetails(
            was.name(),
            was.email(),
            was.phone(),
            was.region(),
            List.of(leads),
            was.role(),
            was.status());
  }
}
