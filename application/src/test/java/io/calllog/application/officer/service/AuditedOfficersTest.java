package io.calllog.application.officer.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.officer.port.in.CreateOfficer;
import io.calllog.application.officer.port.in.RemoveOfficer;
import io.calllog.application.officer.port.in.ResetPassword;
import io.calllog.application.officer.port.in.ReviseOfficer;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.application.testing.Office;
import io.calllog.domain.auth.Password;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditedOfficersTest {

  private static final Password PASSWORD = new Password("correct horse battery");

  private final Office office = new Office();
  private final Caller admin = office.caller(office.admin);

  @Test
  void records_the_fields_of_a_new_officer_without_the_password() {
    var create =
        new CreateOfficerService(
            office.officers,
            office.hasher,
            office.audit,
            office.unitOfWork,
            office.ids,
            office.clock);
    var details =
        new OfficerDetails(
            new Name("Eve"),
            new EmailAddress("eve@example.com"),
            null,
            office.uk,
            List.of(),
            Role.OFFICER,
            OfficerStatus.ACTIVE);

    OfficerView created = create.create(new CreateOfficer.Command(admin, details, PASSWORD));

    Officer eve = office.officers.find(created.id()).orElseThrow();
    assertThat(office.audit.only())
        .isEqualTo(done(AuditAction.OFFICER_CREATED, eve, FieldChanges.between(null, details)));
  }

  @Test
  void records_the_changed_fields() {
    var revise =
        new ReviseOfficerService(
            office.officers, office.sessions, office.calls, office.audit, office.clock);

    revise.revise(
        new ReviseOfficer.Command(
            admin, office.anna.id(), ExpectedVersion.ANY, AuditedOfficersTest::promoted));

    assertThat(office.audit.only())
        .isEqualTo(
            done(
                AuditAction.OFFICER_CHANGED,
                office.anna,
                List.of(FieldChange.of("role", "OFFICER", "MANAGER"))));
  }

  @Test
  void records_a_removal() {
    var remove =
        new RemoveOfficerService(office.officers, office.sessions, office.audit, office.clock);

    remove.remove(new RemoveOfficer.Command(admin, office.anna.id(), ExpectedVersion.ANY));

    assertThat(office.audit.only())
        .isEqualTo(done(AuditAction.OFFICER_DELETED, office.anna, List.of()));
  }

  @Test
  void records_a_password_reset_without_the_password() {
    var reset =
        new ResetPasswordService(
            office.officers,
            office.sessions,
            office.hasher,
            office.audit,
            office.unitOfWork,
            office.clock);

    reset.reset(new ResetPassword.Command(admin, office.anna.id(), ExpectedVersion.ANY, PASSWORD));

    assertThat(office.audit.only())
        .isEqualTo(done(AuditAction.PASSWORD_RESET, office.anna, List.of()));
  }

  private static OfficerDetails promoted(OfficerDetails was) {
    return new OfficerDetails(
        was.name(),
        was.email(),
        was.phone(),
        was.region(),
        was.leads(),
        Role.MANAGER,
        was.status());
  }

  private AuditEntry done(AuditAction action, Officer officer, List<FieldChange> changes) {
    return AuditEntry.done(office.clock.instant(), admin, action, Subject.of(officer), changes);
  }
}
