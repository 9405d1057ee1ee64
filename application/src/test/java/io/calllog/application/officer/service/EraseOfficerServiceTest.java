package io.calllog.application.officer.service;

import static io.calllog.application.testing.Refusals.assertConflict;
import static io.calllog.application.testing.Refusals.assertNotFound;
import static io.calllog.application.testing.Refusals.assertNotPermitted;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.officer.port.in.EraseOfficer;
import io.calllog.application.officer.port.in.EraseOfficer.Command;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.RegionPath;
import org.junit.jupiter.api.Test;

class EraseOfficerServiceTest {

  private final Office office = new Office();
  private final EraseOfficer eraseOfficer =
      new EraseOfficerService(
          office.officers,
          office.sessions,
          office.audit,
          office.audit,
          office.unitOfWork,
          office.clock);

  @Test
  void an_administrator_can_erase_and_it_is_recorded() {
    erase(office.admin, office.anna);

    assertThat(office.officers.find(office.anna.id())).isEmpty();
    assertThat(office.officers.nameOf(office.anna.id())).isEqualTo("Erased");
    assertThat(office.officers.findByEmail(office.anna.details().email())).isEmpty();
    assertThat(office.audit.entries())
        .extracting(AuditEntry::action)
        .containsExactly(AuditAction.OFFICER_ERASED, AuditAction.PERSONAL_VALUES_BLANKED);
  }

  @Test
  void deleted_and_erased_ones_can_be_erased() {
    office.officers.remove(office.anna, Samples.NOW);
    erase(office.admin, office.anna);
    erase(office.admin, office.anna);

    assertThat(office.officers.nameOf(office.anna.id())).isEqualTo("Erased");
  }

  @Test
  void the_last_active_administrator_cannot_be_erased() {
    assertConflict("last-administrator", () -> erase(office.admin, office.admin));

    Officer second = office.hire("Zed", RegionPath.ROOT, Role.ADMIN);
    erase(second, second);
    assertThat(office.officers.nameOf(second.id())).isEqualTo("Erased");
  }

  @Test
  void an_administrator_who_was_deleted_is_not_the_last_one() {
    Officer former = office.hire("Zed", RegionPath.ROOT, Role.ADMIN);
    office.officers.remove(former, Samples.NOW);
    erase(office.admin, former);

    assertThat(office.officers.nameOf(former.id())).isEqualTo("Erased");
  }

  @Test
  void nobody_else_can_erase_not_even_the_officer() {
    assertNotPermitted(() -> erase(office.anna, office.anna));
    assertNotPermitted(() -> erase(office.manager, office.anna));
    assertNotFound(() -> erase(office.otherManager, office.anna));
    assertNotFound(() -> erase(office.bob, office.anna));

    assertThat(office.audit.entries()).isEmpty();
  }

  private void erase(Officer by, Officer whom) {
    eraseOfficer.erase(new Command(office.caller(by), whom.id()));
  }
}
