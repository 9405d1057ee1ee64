package io.calllog.application.auth.service;

import static io.calllog.application.testing.Refusals.assertConflict;
import static io.calllog.application.testing.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.application.auth.port.in.Register;
import io.calllog.application.auth.port.in.Register.Command;
import io.calllog.application.auth.port.in.RegistrationMode;
import io.calllog.application.auth.port.out.AccessTokens.Grant;
import io.calllog.application.auth.view.AccessToken;
import io.calllog.application.auth.view.Registration;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Password;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.NotPermitted;
import io.calllog.domain.shared.Origin;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.Region;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegisterServiceTest {

  private static final Password PASSWORD = new Password("correct horse battery");
  private static final Origin FROM = new Origin("192.0.2.7", "a browser");
  private static final Command EVE =
      new Command(
          new Name("Eve"),
          new EmailAddress("Eve@example.com"),
          PASSWORD,
          new PhoneNumber("+442079460958"),
          FROM);

  private final Office office = new Office();

  @Test
  void makes_an_account_that_can_start_at_once_when_open() {
    Registration registration = register(RegistrationMode.OPEN).register(EVE);

    Officer stored = stored(registration);
    assertThat(stored)
        .isEqualTo(
            Officer.enrol(
                stored.id(),
                new OfficerDetails(
                    EVE.name(),
                    EVE.email(),
                    EVE.phone(),
                    Region.UNASSIGNED,
                    Role.OFFICER,
                    OfficerStatus.ACTIVE),
                stored.passwordHash(),
                Samples.NOW));
    assertThat(registration.officer()).isEqualTo(OfficerView.of(stored));
    AccessToken token = Objects.requireNonNull(registration.token());
    assertThat(office.tokens.read(token.value(), Samples.NOW)).contains(new Grant(stored.id(), 0));
    assertThat(office.hasher.matches(PASSWORD.value(), stored.passwordHash())).isTrue();
  }

  @Test
  void makes_an_account_that_waits_when_approval_is_needed() {
    Registration registration = register(RegistrationMode.APPROVAL).register(EVE);

    assertThat(registration.token()).isNull();
    assertThat(registration.officer().status()).isEqualTo(OfficerStatus.INACTIVE);
    assertThat(stored(registration).details().role()).isEqualTo(Role.OFFICER);
    assertThat(stored(registration).details().region()).isEqualTo(Region.UNASSIGNED);
  }

  @Test
  void makes_no_account_when_closed_whatever_else_is_wrong() {
    Register register = register(RegistrationMode.CLOSED);
    var obvious =
        new Command(
            new Name("Eve's own name"), taken(), new Password("Eve's own name"), null, FROM);

    for (Command command : new Command[] {EVE, obvious}) {
      assertThatExceptionOfType(NotPermitted.class)
          .isThrownBy(() -> register.register(command))
          .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("registration-closed"));
    }
    assertThatExceptionOfType(NotPermitted.class).isThrownBy(register::requireOpen);
    assertThat(office.hasher.work()).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = "CLOSED", mode = EnumSource.Mode.EXCLUDE)
  void is_open_in_the_other_modes(RegistrationMode mode) {
    assertThatCode(() -> register(mode).requireOpen()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(names = "CLOSED", mode = EnumSource.Mode.EXCLUDE)
  void refuses_an_email_that_is_taken_whatever_its_case(RegistrationMode mode) {
    var shouted = new EmailAddress(taken().value().replace("example", "EXAMPLE"));

    assertConflict(
        "email-taken",
        () -> register(mode).register(new Command(EVE.name(), shouted, PASSWORD, null, FROM)));
  }

  @Test
  void takes_the_email_of_somebody_who_was_deleted() {
    office.officers.remove(office.anna, Samples.NOW);

    assertThat(
            register(RegistrationMode.OPEN)
                .register(
                    new Command(EVE.name(), office.anna.details().email(), PASSWORD, null, FROM))
                .officer()
                .email())
        .isEqualTo(office.anna.details().email().value());
  }

  @Test
  void refuses_an_obvious_password_before_it_looks_at_the_email() {
    assertInvalid(
        "too-obvious",
        () ->
            register(RegistrationMode.OPEN)
                .register(
                    new Command(EVE.name(), taken(), new Password(taken().value()), null, FROM)),
        "password");
    assertThat(office.hasher.work()).isZero();
  }

  private Register register(RegistrationMode mode) {
    return new RegisterService(
        office.officers,
        office.hasher,
        office.tokens,
        office.audit,
        office.unitOfWork,
        office.ids,
        office.clock,
        mode);
  }

  private EmailAddress taken() {
    return office.anna.details().email();
  }

  private Officer stored(Registration registration) {
    return office.officers.find(registration.officer().id()).orElseThrow();
  }
}
