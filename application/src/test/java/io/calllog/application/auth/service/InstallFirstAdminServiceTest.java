package io.calllog.application.auth.service;

import static io.calllog.application.testing.Refusals.assertConflict;
import static io.calllog.application.testing.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.audit.port.out.InMemoryAudit;
import io.calllog.application.auth.port.in.InstallFirstAdmin;
import io.calllog.application.auth.port.in.InstallFirstAdmin.Command;
import io.calllog.application.officer.port.out.CountingHasher;
import io.calllog.application.officer.port.out.InMemoryOfficers;
import io.calllog.application.region.port.out.InMemoryRegions;
import io.calllog.application.shared.port.out.SequentialIds;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.SettableClock;
import io.calllog.domain.auth.Password;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.RegionPath;
import org.junit.jupiter.api.Test;

class InstallFirstAdminServiceTest {

  private static final EmailAddress EMAIL = new EmailAddress("admin@example.com");
  private static final Command COMMAND = new Command(EMAIL, new Password("correct horse battery"));

  private final Samples samples = new Samples();
  private final InMemoryOfficers officers = new InMemoryOfficers(new InMemoryRegions());
  private final InMemoryAudit audit = new InMemoryAudit((_, _) -> false, (_, _) -> {});
  private final CountingHasher hasher = new CountingHasher();
  private final InstallFirstAdmin install =
      new InstallFirstAdminService(
          officers, hasher, audit, new SequentialIds(), new SettableClock(Samples.NOW));

  @Test
  void creates_an_administrator_in_the_root_if_there_is_none() {
    assertThat(install.install(COMMAND)).isTrue();

    Officer admin = officers.findByEmail(EMAIL).orElseThrow();
    assertThat(admin.details().isActiveAdmin()).isTrue();
    assertThat(admin.details().region()).isEqualTo(RegionPath.ROOT);
    assertThat(admin.createdAt()).isEqualTo(Samples.NOW);
    assertThat(hasher.matches("correct horse battery", admin.passwordHash())).isTrue();
  }

  @Test
  void creates_nothing_if_there_is_an_administrator() {
    assertThat(install.install(COMMAND)).isTrue();
    var other =
        new Command(new EmailAddress("other@example.com"), new Password("another password"));

    assertThat(install.install(other)).isTrue();
    assertThat(install.install(null)).isTrue();
    assertThat(officers.findByEmail(other.email())).isEmpty();
    assertThat(officers.lockAndCountActiveAdmins()).isEqualTo(1);
  }

  @Test
  void returns_false_if_no_administrator_is_configured() {
    assertThat(install.install(null)).isFalse();
  }

  @Test
  void does_not_count_inactive_or_deleted_administrators() {
    officers.add(samples.officer("A", RegionPath.ROOT, Role.ADMIN, OfficerStatus.INACTIVE));
    officers.add(samples.officer("B", RegionPath.ROOT, Role.MANAGER, OfficerStatus.ACTIVE));
    Officer deleted = samples.officer("C", RegionPath.ROOT, Role.ADMIN, OfficerStatus.ACTIVE);
    officers.add(deleted);
    officers.remove(deleted, Samples.NOW);

    assertThat(install.install(null)).isFalse();
    assertThat(install.install(COMMAND)).isTrue();
    assertThat(officers.findByEmail(EMAIL)).isPresent();
  }

  @Test
  void refuses_a_password_equal_to_the_email() {
    var obvious = new Command(EMAIL, new Password("Admin@Example.com"));

    assertInvalid("too-obvious", () -> install.install(obvious), "password");
  }

  @Test
  void refuses_the_email_of_an_account_that_is_not_an_administrator() {
    Officer officer =
        samples.officer("Anna", RegionPath.UNASSIGNED, Role.OFFICER, OfficerStatus.ACTIVE);
    officers.add(officer);
    var taken = new Command(officer.details().email(), COMMAND.password());

    assertConflict("email-taken", () -> install.install(taken));
  }
}
