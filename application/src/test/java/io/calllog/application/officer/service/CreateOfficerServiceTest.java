package io.calllog.application.officer.service;

import static io.calllog.application.testing.Refusals.assertConflict;
import static io.calllog.application.testing.Refusals.assertInvalid;
import static io.calllog.application.testing.Refusals.assertNotPermitted;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.officer.port.in.CreateOfficer;
import io.calllog.application.officer.port.in.CreateOfficer.Command;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.auth.Password;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreateOfficerServiceTest {

  private static final Password PASSWORD = new Password("correct horse battery");

  private final Office office = new Office();
  private final CreateOfficer createOfficer =
      new CreateOfficerService(
          office.officers,
          office.hasher,
          office.audit,
          office.unitOfWork,
          office.ids,
          office.clock);

  @Test
  void creates_an_account_with_any_role_region_and_status() {
    var details =
        new OfficerDetails(
            new Name("Eve"),
            new EmailAddress("Eve@example.com"),
            new PhoneNumber("+442079460958"),
            office.germany,
            List.of(),
            Role.MANAGER,
            OfficerStatus.ON_LEAVE);

    OfficerView created =
        createOfficer.create(new Command(office.caller(office.admin), details, PASSWORD));

    Officer stored = office.officers.find(created.id()).orElseThrow();
    assertThat(stored)
        .isEqualTo(Officer.create(created.id(), details, stored.passwordHash(), Samples.NOW));
    assertThat(created).isEqualTo(OfficerView.of(stored));
    assertThat(created.id().value().version()).isEqualTo(7);
    assertThat(office.hasher.matches(PASSWORD.value(), stored.passwordHash())).isTrue();
  }

  @Test
  void permits_only_administrators_before_other_checks() {
    Password obvious = new Password("Eve's own name");
    for (Officer creator : new Officer[] {office.manager, office.anna, office.newcomer}) {
      assertNotPermitted(() ->
          createOfficer.create(
              new Command(
                  office.caller(creator), details("Eve's own name", takenEmail()), obvious)));
    }
    assertThat(office.hasher.work()).isZero();
  }

  @Test
  void checks_the_password_before_the_email() {
    assertInvalid(
        "too-obvious",
        () ->
            createOfficer.create(
                new Command(
                    office.caller(office.admin),
                    details("Eve's own name", takenEmail()),
                    new Password("eve's OWN name"))),
        "password");
  }

  @Test
  void refuses_a_taken_email() {
    assertConflict(
        "email-taken",
        () ->
            createOfficer.create(
                new Command(office.caller(office.admin), details("Eve", takenEmail()), PASSWORD)));
  }

  private String takenEmail() {
    return office.anna.details().email().value();
  }

  private OfficerDetails details(String name, String email) {
    return new OfficerDetails(
        new Name(name),
        new EmailAddress(email),
        null,
        office.uk,
        List.of(),
        Role.OFFICER,
        OfficerStatus.ACTIVE);
  }
}
