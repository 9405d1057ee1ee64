package io.calllog.application.auth.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.AuditOutcome;
import io.calllog.application.audit.Subject;
import io.calllog.application.auth.port.in.ChangePassword;
import io.calllog.application.auth.port.in.CreateAdmin;
import io.calllog.application.auth.port.in.InstallFirstAdmin;
import io.calllog.application.auth.port.in.Register;
import io.calllog.application.auth.port.in.RegistrationMode;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Origin;
import io.calllog.application.shared.SessionId;
import io.calllog.application.shared.Unauthenticated;
import io.calllog.application.testing.Office;
import io.calllog.domain.auth.Password;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.RegionPath;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditedAccountsTest {

  private static final Password PASSWORD = new Password("correct horse battery");
  private static final Origin FROM = new Origin("192.0.2.7", "a browser");

  private final Office office = new Office();

  @Test
  void records_a_registration_as_the_action_of_the_new_officer() {
    var register =
        new RegisterService(
            office.officers,
            office.hasher,
            office.sessions,
            office.tokens,
            office.secrets,
            office.throttle,
            office.audit,
            office.unitOfWork,
            office.ids,
            office.clock,
            office.lifetimes,
            RegistrationMode.OPEN);

    var registration =
        register.register(
            new Register.Command(
                new Name("Eve"), new EmailAddress("eve@example.com"), PASSWORD, null, FROM));

    AuditEntry entry = office.audit.only();
    assertThat(entry.action()).isEqualTo(AuditAction.OFFICER_REGISTERED);
    assertThat(entry.actor()).isEqualTo(ActorId.of(registration.officer().id()));
    assertThat(entry.origin()).isEqualTo(FROM);
    assertThat(entry.changes()).extracting("field").contains("name", "email");
  }

  @Test
  void records_a_created_administrator_as_an_action_of_the_system() {
    var create =
        new CreateAdminService(
            office.officers,
            office.hasher,
            office.audit,
            office.unitOfWork,
            office.ids,
            office.clock);

    create.create(new CreateAdmin.Command(new EmailAddress("eve@example.com"), PASSWORD));

    AuditEntry entry = office.audit.only();
    assertThat(entry.action()).isEqualTo(AuditAction.ADMIN_CREATED);
    assertThat(entry.actor()).isNull();
    assertThat(entry.origin()).isEqualTo(Origin.INTERNAL);
  }

  @Test
  void records_the_first_administrator_as_an_action_of_the_system() {
    office.officers.remove(office.admin, office.clock.instant());
    var install =
        new InstallFirstAdminService(
            office.officers, office.hasher, office.audit, office.ids, office.clock);

    install.install(new InstallFirstAdmin.Command(new EmailAddress("eve@example.com"), PASSWORD));

    AuditEntry entry = office.audit.only();
    assertThat(entry.action()).isEqualTo(AuditAction.FIRST_ADMIN_INSTALLED);
    assertThat(entry.actor()).isNull();
  }

  @Test
  void records_a_changed_password_and_a_failed_attempt() {
    Officer eve = eve();
    Caller caller = new Caller(eve.asActor(), office.signIn(eve), FROM);
    ChangePassword change = changePassword();

    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> change.change(new ChangePassword.Command(caller, "wrong", PASSWORD)));
    change.change(
        new ChangePassword.Command(caller, PASSWORD.value(), new Password("a new one 4u")));

    assertThat(office.audit.entries())
        .extracting(AuditEntry::action, AuditEntry::outcome)
        .containsExactly(
            tuple(AuditAction.PASSWORD_CHANGED, AuditOutcome.FAILED),
            tuple(AuditAction.PASSWORD_CHANGED, AuditOutcome.DONE));
    assertThat(office.audit.entries()).extracting(AuditEntry::origin).containsOnly(FROM);
  }

  @Test
  void records_a_sign_out_and_an_ended_session() {
    var signOut = new SignOutService(office.sessions, office.audit, office.clock);
    Caller anna = office.caller(office.anna);
    SessionId session = office.signIn(office.anna);

    signOut.end(anna, session);

    assertThat(office.audit.only())
        .isEqualTo(
            AuditEntry.done(
                office.clock.instant(),
                anna,
                AuditAction.SESSION_ENDED,
                Subject.of(session, office.anna.id(), office.london),
                List.of()));
  }

  private Officer eve() {
    Officer eve = office.hire("Eve", RegionPath.UNASSIGNED, Role.OFFICER);
    assertThat(eve.details().status()).isEqualTo(OfficerStatus.ACTIVE);
    return office.officers.update(
        eve.withPassword(office.hasher.hash(PASSWORD), office.clock.instant()));
  }

  private ChangePassword changePassword() {
    return new ChangePasswordService(
        office.officers,
        office.sessions,
        office.hasher,
        office.throttle,
        office.audit,
        office.unitOfWork,
        office.clock);
  }
}
