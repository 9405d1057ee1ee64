package io.calllog.application.officer.service;

import static io.calllog.application.testing.Refusals.assertConflict;
import static io.calllog.application.testing.Refusals.assertNotFound;
import static io.calllog.application.testing.Refusals.assertNotPermitted;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.officer.port.in.RestoreOfficer;
import io.calllog.application.officer.port.in.RestoreOfficer.Command;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import org.junit.jupiter.api.Test;

class RestoreOfficerServiceTest {

  private final Office office = new Office();
  private final RestoreOfficer restoreOfficer =
      new RestoreOfficerService(office.officers, office.audit, office.clock);

  @Test
  void a_deleted_officer_comes_back_as_they_were_and_it_is_recorded() {
    office.officers.remove(office.anna, Samples.NOW);

    OfficerView restored = restore(office.admin);

    assertThat(restored.details()).isEqualTo(office.anna.details());
    assertThat(office.officers.find(office.anna.id()).orElseThrow().passwordHash())
        .isEqualTo(office.anna.passwordHash());
    assertThat(restore(office.admin)).isEqualTo(restored);
    assertThat(office.audit.entries())
        .extracting(AuditEntry::action)
        .containsExactly(AuditAction.OFFICER_RESTORED);
  }

  @Test
  void only_administrators_restore_officers() {
    assertNotPermitted(() -> restore(office.manager));

    office.officers.remove(office.anna, Samples.NOW);
    assertNotFound(() -> restore(office.manager));
  }

  @Test
  void the_address_must_be_free() {
    office.officers.remove(office.anna, Samples.NOW);
    office.officers.add(
        Officer.create(
            new OfficerId(office.samples.id(Samples.NOW)),
            office.anna.details(),
            office.bob.passwordHash(),
            Samples.NOW));

    assertConflict("email-taken", () -> restore(office.admin));
  }

  @Test
  void an_erased_officer_stays_erased() {
    office.officers.erase(office.anna.erase(office.actor(office.admin), Samples.NOW), Samples.NOW);

    assertConflict("erased", () -> restore(office.admin));
  }

  private OfficerView restore(Officer by) {
    return restoreOfficer.restore(new Command(office.caller(by), office.anna.id()));
  }
}
