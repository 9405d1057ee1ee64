package io.calllog.application.auth.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.AuditOutcome;
import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.auth.port.in.SignIn;
import io.calllog.application.auth.port.in.SignIn.Command;
import io.calllog.application.shared.Origin;
import io.calllog.application.shared.Unauthenticated;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.auth.Password;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditedSignInTest {

  private static final String PASSWORD = "correct horse bättery";
  private static final Origin FROM = new Origin("192.0.2.7", "a browser");

  private final Office office = new Office();
  private final SignIn signIn =
      new SignInService(
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
          office.lifetimes);

  @Test
  void a_sign_in_has_the_officer_as_actor() {
    Officer eve = eve(OfficerStatus.ACTIVE);
    signIn.signIn(new Command("eve@example.com", PASSWORD, FROM));

    assertThat(office.audit.only()).isEqualTo(entry(ActorId.of(eve.id()), eve, AuditOutcome.DONE));
  }

  @Test
  void a_failure_has_no_actor() {
    Officer eve = eve(OfficerStatus.ACTIVE);
    refused("eve@example.com", "wrong");

    assertThat(office.audit.only()).isEqualTo(entry(null, eve, AuditOutcome.FAILED));
  }

  @Test
  void a_sign_in_of_an_inactive_officer_is_recorded_as_a_failure() {
    Officer eve = eve(OfficerStatus.INACTIVE);
    refused("eve@example.com", PASSWORD);

    assertThat(office.audit.only()).isEqualTo(entry(null, eve, AuditOutcome.FAILED));
  }

  @Test
  void an_unknown_email_is_recorded_as_a_hash() {
    refused("Nobody@example.com", PASSWORD);

    assertThat(office.audit.only().subject()).isNull();
    assertThat(office.audit.only().changes())
        .containsExactly(FieldChanges.emailHash("nobody@example.com"));
    assertThat(office.audit.only().toString()).doesNotContainIgnoringCase("nobody@");
  }

  private void refused(String email, String password) {
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> signIn.signIn(new Command(email, password, FROM)));
  }

  private static AuditEntry entry(@Nullable ActorId actor, Officer officer, AuditOutcome outcome) {
    return new AuditEntry(
        Samples.NOW, actor, FROM, AuditAction.SIGNED_IN, Subject.of(officer), outcome, List.of());
  }

  private Officer eve(OfficerStatus status) {
    var details =
        new OfficerDetails(
            new Name("Eve"),
            new EmailAddress("Eve@example.com"),
            null,
            office.uk,
            List.of(),
            Role.OFFICER,
            status);
    Officer eve =
        Officer.create(
            new OfficerId(office.ids.next(Samples.NOW)),
            details,
            office.hasher.hash(new Password(PASSWORD)),
            Samples.NOW);
    office.officers.add(eve);
    return eve;
  }
}
