package io.calllog.application.auth.service;

import static io.calllog.application.testing.Refusals.assertConflict;
import static io.calllog.application.testing.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.application.auth.port.in.Register;
import io.calllog.application.auth.port.in.Register.Command;
import io.calllog.application.auth.port.in.RegistrationMode;
import io.calllog.application.auth.port.out.AccessTokens.TokenClaims;
import io.calllog.application.auth.view.Registration;
import io.calllog.application.auth.view.TokenPair;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.Origin;
import io.calllog.application.shared.TooManyRequests;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.auth.Password;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.NotPermitted;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.RegionPath;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegisterServiceTest {

  private static final Password PASSWORD = new Password("correct horse battery");
  private static final Origin FROM = new Origin("192.0.2.1", "A test");
  private static final Command EVE =
      new Command(
          new Name("Eve"),
          new EmailAddress("Eve@example.com"),
          PASSWORD,
          new PhoneNumber("+442079460958"),
          FROM);

  private final Office office = new Office();

  @Test
  void creates_an_active_account_in_mode_open() {
    Registration registration = register(RegistrationMode.OPEN).register(EVE);

    Officer stored = stored(registration);
    assertThat(stored)
        .isEqualTo(
            Officer.create(
                stored.id(),
                new OfficerDetails(
                    EVE.name(),
                    EVE.email(),
                    EVE.phone(),
                    RegionPath.UNASSIGNED,
                    List.of(),
                    Role.OFFICER,
                    OfficerStatus.ACTIVE),
                stored.passwordHash(),
                Samples.NOW));
    assertThat(registration.officer()).isEqualTo(OfficerView.of(stored));
    TokenPair tokens = Objects.requireNonNull(registration.tokens());
    TokenClaims claims = office.tokens.read(tokens.access().value(), Samples.NOW).orElseThrow();
    assertThat(claims.officer()).isEqualTo(stored.id());
    assertThat(office.sessions.findForUpdate(tokens.refresh().hash()).orElseThrow().session())
        .isEqualTo(office.sessions.find(claims.session()).orElseThrow())
        .satisfies(session -> assertThat(session.origin()).isEqualTo(EVE.origin()));
    assertThat(office.hasher.matches(PASSWORD.value(), stored.passwordHash())).isTrue();
  }

  @Test
  void creates_an_inactive_account_in_mode_approval() {
    Registration registration = register(RegistrationMode.APPROVAL).register(EVE);

    assertThat(registration.tokens()).isNull();
    assertThat(registration.officer().details().status()).isEqualTo(OfficerStatus.INACTIVE);
    assertThat(stored(registration).details().role()).isEqualTo(Role.OFFICER);
    assertThat(stored(registration).details().region()).isEqualTo(RegionPath.UNASSIGNED);
  }

  @Test
  void refuses_registration_in_mode_closed_before_other_checks() {
    Register register = register(RegistrationMode.CLOSED);
    var obvious =
        new Command(
            new Name("Eve's own name"),
            taken(),
            new Password("Eve's own name"),
            null,
            Origin.INTERNAL);

    for (Command command : new Command[] {EVE, obvious}) {
      assertThatExceptionOfType(NotPermitted.class)
          .isThrownBy(() -> register.register(command))
          .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("registration-closed"));
    }
    assertThat(office.hasher.work()).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = "CLOSED", mode = EnumSource.Mode.EXCLUDE)
  void refuses_a_taken_email_ignoring_case(RegistrationMode mode) {
    var shouted = new EmailAddress(taken().value().replace("example", "EXAMPLE"));

    assertConflict(
        "email-taken",
        () ->
            register(mode)
                .register(new Command(EVE.name(), shouted, PASSWORD, null, Origin.INTERNAL)));
  }

  @Test
  void accepts_the_email_of_a_deleted_officer() {
    office.officers.remove(office.anna, Samples.NOW);

    assertThat(
            register(RegistrationMode.OPEN)
                .register(
                    new Command(
                        EVE.name(), office.anna.details().email(), PASSWORD, null, Origin.INTERNAL))
                .officer()
                .details()
                .email())
        .isEqualTo(office.anna.details().email());
  }

  @Test
  void checks_the_password_before_the_email() {
    assertInvalid(
        "too-obvious",
        () ->
            register(RegistrationMode.OPEN)
                .register(
                    new Command(
                        EVE.name(), taken(), new Password(taken().value()), null, Origin.INTERNAL)),
        "password");
    assertThat(office.hasher.work()).isZero();
  }

  @Test
  void permits_ten_registrations_a_minute_from_one_address() {
    Register register = register(RegistrationMode.APPROVAL);
    for (int i = 0; i < 10; i++) {
      register.register(eve(i, FROM));
    }
    int work = office.hasher.work();

    assertThatExceptionOfType(TooManyRequests.class)
        .isThrownBy(() -> register.register(eve(10, FROM)));
    assertThat(office.hasher.work()).isEqualTo(work);
    assertThat(register.register(eve(11, new Origin("192.0.2.2", null)))).isNotNull();
    office.clock.advance(Duration.ofSeconds(6));
    assertThat(register.register(eve(10, FROM))).isNotNull();
  }

  private static Command eve(int number, Origin address) {
    var email = new EmailAddress("eve" + number + "@example.com");
    return new Command(EVE.name(), email, PASSWORD, null, address);
  }

  private Register register(RegistrationMode mode) {
    return new RegisterService(
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
        mode);
  }

  private EmailAddress taken() {
    return office.anna.details().email();
  }

  private Officer stored(Registration registration) {
    return office.officers.find(registration.officer().id()).orElseThrow();
  }
}
