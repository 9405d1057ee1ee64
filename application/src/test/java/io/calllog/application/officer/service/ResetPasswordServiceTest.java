package io.calllog.application.officer.service;

import static io.calllog.application.testing.Refusals.assertInvalid;
import static io.calllog.application.testing.Refusals.assertNotFound;
import static io.calllog.application.testing.Refusals.assertNotPermitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.application.officer.port.in.ResetPassword;
import io.calllog.application.officer.port.in.ResetPassword.Command;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.application.shared.SessionId;
import io.calllog.application.shared.VersionMismatch;
import io.calllog.application.testing.Office;
import io.calllog.domain.auth.Password;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResetPasswordServiceTest {

  private static final Password NEXT = new Password("another horse battery");

  private final Office office = new Office();
  private final ResetPassword resetPassword =
      new ResetPasswordService(
          office.officers,
          office.sessions,
          office.hasher,
          office.audit,
          office.unitOfWork,
          office.clock);

  @Test
  void leaders_can_set_a_password_which_ends_all_sessions() {
    SessionId annas = office.signIn(office.anna);
    SessionId bobs = office.signIn(office.bob);

    reset(office.manager, office.anna, ExpectedVersion.ANY);

    Officer changed = office.officers.find(office.anna.id()).orElseThrow();
    assertThat(office.hasher.matches(NEXT.value(), changed.passwordHash())).isTrue();
    assertThat(changed.tokenVersion()).isEqualTo(1);
    assertThat(office.isOpen(annas)).isFalse();
    assertThat(office.isOpen(bobs)).isTrue();
    reset(office.admin, office.manager, new ExpectedVersion(Set.of(0L)));
  }

  @Test
  void refuses_everybody_else_before_hashing() {
    Officer second = office.hire("Second", office.uk, Role.MANAGER);
    int before = office.hasher.work();

    assertNotFound(() -> reset(office.otherManager, office.anna, ExpectedVersion.ANY));
    assertNotFound(() -> reset(office.anna, office.bob, ExpectedVersion.ANY));
    assertNotPermitted(() -> reset(office.manager, second, ExpectedVersion.ANY));
    for (Officer self : new Officer[] {office.anna, office.manager, office.admin}) {
      assertNotPermitted(() -> reset(self, self, ExpectedVersion.ANY));
    }
    assertThat(office.hasher.work()).isEqualTo(before);
  }

  @Test
  void refuses_an_unexpected_version_and_obvious_passwords() {
    assertThatExceptionOfType(VersionMismatch.class)
        .isThrownBy(() -> reset(office.admin, office.anna, new ExpectedVersion(Set.of(7L))));
    assertInvalid(
        "too-obvious",
        () ->
            resetPassword.reset(
                new Command(
                    Caller.internal(office.admin.asActor()),
                    office.anna.id(),
                    ExpectedVersion.ANY,
                    new Password(office.anna.details().email().value()))),
        "newPassword");
    assertThat(office.officers.find(office.anna.id())).contains(office.anna);
  }

  private void reset(Officer actor, Officer officer, ExpectedVersion expected) {
    resetPassword.reset(
        new Command(Caller.internal(actor.asActor()), officer.id(), expected, NEXT));
  }
}
