package io.calllog.application.auth.service;

import static io.calllog.application.testing.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.application.auth.port.in.ChangePassword;
import io.calllog.application.auth.port.in.ChangePassword.Command;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Origin;
import io.calllog.application.shared.SessionId;
import io.calllog.application.shared.TooManyRequests;
import io.calllog.application.shared.Unauthenticated;
import io.calllog.application.testing.Office;
import io.calllog.domain.auth.Password;
import io.calllog.domain.officer.Officer;
import org.junit.jupiter.api.Test;

class ChangePasswordServiceTest {

  private static final String CURRENT = "correct horse battery";
  private static final Password NEXT = new Password("another horse battery");

  private final Office office = new Office();
  private final ChangePassword changePassword =
      new ChangePasswordService(
          office.officers,
          office.sessions,
          office.hasher,
          office.throttle,
          office.audit,
          office.unitOfWork,
          office.clock);
  private final Officer anna =
      office.officers.update(
          office.anna.withPassword(
              office.hasher.hash(new Password(CURRENT)), office.clock.instant()));
  private final SessionId here = office.signIn(anna);
  private final SessionId elsewhere = office.signIn(anna);
  private final Caller caller = new Caller(office.actor(anna), here, Origin.INTERNAL);

  @Test
  void changes_the_password_and_ends_all_other_sessions() {
    changePassword.change(new Command(caller, CURRENT, NEXT));

    Officer changed = office.officers.find(anna.id()).orElseThrow();
    assertThat(office.hasher.matches(NEXT.value(), changed.passwordHash())).isTrue();
    assertThat(changed.tokenVersion()).isEqualTo(anna.tokenVersion() + 1);
    assertThat(office.isOpen(here)).isTrue();
    assertThat(office.isOpen(elsewhere)).isFalse();
  }

  @Test
  void refuses_a_wrong_current_password() {
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> changePassword.change(new Command(caller, "a guess", NEXT)))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("bad-credentials"));

    unchanged();
  }

  @Test
  void shares_the_throttle_with_sign_ins() {
    for (int i = 0; i < 5; i++) {
      assertThatExceptionOfType(Unauthenticated.class)
          .isThrownBy(() -> changePassword.change(new Command(caller, "a guess", NEXT)));
    }

    assertThatExceptionOfType(TooManyRequests.class)
        .isThrownBy(() -> changePassword.change(new Command(caller, CURRENT, NEXT)));
    unchanged();
  }

  @Test
  void refuses_the_name_as_a_password() {
    assertInvalid(
        "too-obvious",
        () ->
            changePassword.change(
                new Command(caller, CURRENT, new Password(anna.details().email().value()))),
        "newPassword");

    unchanged();
  }

  @Test
  void hides_both_passwords_in_logs() {
    assertThat(new Command(caller, CURRENT, NEXT).toString())
        .doesNotContain(CURRENT)
        .doesNotContain(NEXT.value());
  }

  private void unchanged() {
    assertThat(office.officers.find(anna.id())).contains(anna);
    assertThat(office.isOpen(elsewhere)).isTrue();
  }
}
