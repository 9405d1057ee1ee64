package io.calllog.application.auth.service;

import static io.calllog.application.testing.Refusals.assertConflict;
import static io.calllog.application.testing.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.auth.port.in.CreateAdmin;
import io.calllog.application.auth.port.in.CreateAdmin.Command;
import io.calllog.application.testing.Office;
import io.calllog.domain.auth.Password;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.RegionPath;
import org.junit.jupiter.api.Test;

class CreateAdminServiceTest {

  private static final EmailAddress EMAIL = new EmailAddress("root.of.all@example.com");
  private static final Password PASSWORD = new Password("correct horse battery");

  private final Office office = new Office();
  private final CreateAdmin createAdmin =
      new CreateAdminService(
          office.officers,
          office.hasher,
          office.audit,
          office.unitOfWork,
          office.ids,
          office.clock);

  @Test
  void creates_an_active_administrator_in_addition_to_others() {
    createAdmin.create(new Command(EMAIL, PASSWORD));

    Officer made = office.officers.findByEmail(EMAIL).orElseThrow();
    assertThat(made.details().isActiveAdmin()).isTrue();
    assertThat(made.details().region()).isEqualTo(RegionPath.ROOT);
    assertThat(office.hasher.matches(PASSWORD.value(), made.passwordHash())).isTrue();
  }

  @Test
  void refuses_an_address_in_use_and_an_obvious_password() {
    assertConflict(
        "email-taken",
        () -> createAdmin.create(new Command(office.anna.details().email(), PASSWORD)));
    assertInvalid(
        "too-obvious",
        () -> createAdmin.create(new Command(EMAIL, new Password(EMAIL.value()))),
        "password");
  }
}
