package io.calllog.application.officer.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.testing.Samples;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.PasswordHash;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.RegionPath;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Contract of {@link OfficerRepository}. */
public abstract class OfficerRepositoryContract extends StorageContract {

  private static final int AT_ONCE = 8;

  @Test
  void finds_no_officer_for_an_unknown_id() {
    OfficerId unknown = new OfficerId(samples.id(Samples.NOW));

    assertThat(officers().find(unknown)).isEmpty();
    assertThat(inTransaction(() -> officers().findForUpdate(unknown))).isEmpty();
  }

  @Test
  void stores_all_fields_of_an_officer() {
    var details =
        new OfficerDetails(
            new Name("Zoë O'Brien \\ 100 % \uD83D\uDE00".repeat(5)),
            new EmailAddress("Zoë+" + samples.token() + "@Example.COM"),
            new PhoneNumber("+442079460958"),
            new RegionPath("a".repeat(40) + "/" + samples.token() + "/Ünter Weg/4_x/5.y/6-z"),
            List.of(),
            Role.MANAGER,
            OfficerStatus.ON_LEAVE);
    var hash = new PasswordHash("$2a$10$" + "x".repeat(53));
    OfficerId id = new OfficerId(samples.id(Samples.NOW));
    Officer officer =
        keep(new Officer(id, details, hash, 7, Samples.NOW, Samples.NOW.plusNanos(1_000), 0));

    assertThat(officers().find(id)).contains(officer);
    assertThat(inTransaction(() -> officers().findForUpdate(id))).contains(officer);
    assertThat(officers().findByEmail(details.email())).contains(officer);
  }

  @Test
  void stores_every_role_and_status() {
    for (Role role : Role.values()) {
      for (OfficerStatus status : OfficerStatus.values()) {
        Officer officer = keep(samples.officer("Anna", samples.root(), role, status));

        assertThat(officers().find(officer.id())).contains(officer);
      }
    }
  }

  @Test
  void stores_officers_in_the_root_and_unassigned_ones() {
    for (RegionPath region : List.of(RegionPath.ROOT, RegionPath.UNASSIGNED)) {
      Officer officer = keep(samples.officer("Anna", region));

      assertThat(officers().find(officer.id())).contains(officer);
    }
  }

  @Test
  void finds_by_email_ignoring_case() {
    Officer officer = keep(withEmail("Änne." + samples.token() + "@Example.com"));

    assertThat(officers().findByEmail(email("äNNE." + samples.token() + "@eXAMPLE.COM")))
        .contains(officer);
    assertThat(officers().findByEmail(email("Anne." + samples.token() + "@Example.com"))).isEmpty();
  }

  @Test
  void refuses_a_second_officer_with_the_same_email() {
    keep(withEmail("Änne." + samples.token() + "@example.com"));
    Officer second = withEmail("ÄNNE." + samples.token() + "@example.com");

    assertConflict("email-taken", () -> keep(second));
    assertThat(officers().find(second.id())).isEmpty();
  }

  @Test
  void refuses_to_change_to_a_taken_email() {
    Officer first = keep(withEmail("first." + samples.token() + "@example.com"));
    Officer second = keep(withEmail("second." + samples.token() + "@example.com"));

    assertConflict(
        "email-taken",
        () -> update(withEmail(second, "FIRST." + samples.token() + "@example.com")));
    assertThat(officers().find(second.id())).contains(second);
    assertThat(officers().findByEmail(first.details().email())).contains(first);
  }

  @Test
  void lets_an_officer_change_the_case_of_their_own_email() {
    Officer officer = keep(withEmail("anna." + samples.token() + "@example.com"));

    Officer changed = update(withEmail(officer, "Anna." + samples.token() + "@Example.com"));

    assertThat(officers().find(officer.id())).contains(changed);
  }

  @Test
  void frees_the_email_after_a_change_or_deletion() {
    EmailAddress email = email("free." + samples.token() + "@example.com");
    Officer first = keep(withEmail(email.value()));
    update(withEmail(first, "other." + samples.token() + "@example.com"));
    Officer second = keep(withEmail(email.value()));
    remove(second);
    Officer third = keep(withEmail(email.value()));

    assertThat(officers().findByEmail(email)).contains(third);
  }

  @Test
  void stores_one_of_several_officers_added_concurrently_with_one_email() {
    Callable<String> attempt =
        () -> {
          try {
            keep(withEmail("race." + samples.token() + "@example.com"));
            return "kept";
          } catch (Conflict conflict) {
            return conflict.code();
          }
        };

    assertThat(allAtOnce(Collections.nCopies(AT_ONCE, attempt)))
        .containsOnlyOnce("kept")
        .containsOnly("kept", "email-taken");
  }

  @Test
  void increments_the_version() {
    Officer officer = keep(samples.officer("Anna", samples.root()));

    Officer first = update(named(officer, "Bea"));
    Officer second = update(named(first, "Cleo"));

    assertThat(first).isEqualTo(withVersion(named(officer, "Bea"), 1));
    assertThat(second).isEqualTo(withVersion(named(officer, "Cleo"), 2));
    assertThat(officers().find(officer.id())).contains(second);
  }

  @Test
  void stores_a_changed_hash_token_version_and_time() {
    Officer officer = keep(samples.officer("Anna", samples.root()));

    Officer changed =
        update(
            new Officer(
                officer.id(),
                officer.details(),
                new PasswordHash("another"),
                officer.tokenVersion() + 1,
                officer.createdAt(),
                officer.updatedAt().plusMillis(1),
                officer.version()));

    assertThat(officers().find(officer.id())).contains(changed);
    assertThat(changed.tokenVersion()).isEqualTo(1);
  }

  @Test
  void adds_and_changes_in_one_transaction() {
    Officer officer = samples.officer("Anna", samples.root());
    make(List.of(samples.root()));

    Officer changed =
        inTransaction(() -> {
          officers().add(officer);
          Officer found = officers().findForUpdate(officer.id()).orElseThrow();
          Officer once = officers().update(named(found, "Bea"));
          return officers().update(named(once, "Cleo"));
        });

    assertThat(officers().find(officer.id())).contains(changed);
    assertThat(changed.version()).isEqualTo(2);
  }

  @Test
  void refuses_to_change_a_stale_version() {
    Officer officer = keep(samples.officer("Anna", samples.root()));
    Officer changed = update(named(officer, "Bea"));

    assertConflict("lost-race", () -> update(named(officer, "Cleo")));
    assertConflict("lost-race", () -> remove(officer));
    assertThat(officers().find(officer.id())).contains(changed);
  }

  @Test
  void finds_the_last_committed_version_for_update() {
    Officer officer = keep(samples.officer("Anna", samples.root()));

    Officer found =
        inTransaction(() -> {
          assertThat(officers().find(officer.id())).contains(officer);
          meanwhile(() -> update(named(officer, "Bea")));
          return officers().findForUpdate(officer.id()).orElseThrow();
        });

    assertThat(found).isEqualTo(withVersion(named(officer, "Bea"), 1));
  }

  @Test
  void does_not_find_a_deleted_officer() {
    Officer officer = keep(samples.officer("Anna", samples.root()));

    remove(officer);

    assertThat(officers().find(officer.id())).isEmpty();
    assertThat(inTransaction(() -> officers().findForUpdate(officer.id()))).isEmpty();
    assertThat(officers().findByEmail(officer.details().email())).isEmpty();
  }

  @Test
  void refuses_to_change_or_delete_a_deleted_officer() {
    Officer officer = keep(samples.officer("Anna", samples.root()));
    remove(officer);

    assertConflict("lost-race", () -> update(named(officer, "Bea")));
    assertConflict("lost-race", () -> remove(officer));
    assertConflict("lost-race", () -> remove(withVersion(officer, 1)));
  }

  @Test
  void counts_active_administrators_only() {
    long before = countActiveAdmins();
    for (Role role : Role.values()) {
      for (OfficerStatus status : OfficerStatus.values()) {
        keep(samples.officer("Anna", samples.root(), role, status));
      }
    }
    Officer admin = keep(samples.officer("Bea", samples.root(), Role.ADMIN, OfficerStatus.ACTIVE));

    assertThat(countActiveAdmins()).isEqualTo(before + 2);
    remove(admin);
    assertThat(countActiveAdmins()).isEqualTo(before + 1);
  }

  private OfficerRepository officers() {
    return storage().officers();
  }

  private Officer update(Officer officer) {
    return inTransaction(() -> officers().update(officer));
  }

  private void remove(Officer officer) {
    doInTransaction(() -> officers().remove(officer, Samples.NOW.plusSeconds(1)));
  }

  private long countActiveAdmins() {
    return inTransaction(() -> officers().lockAndCountActiveAdmins());
  }

  private static EmailAddress email(String text) {
    return new EmailAddress(text);
  }

  private Officer withEmail(String email) {
    return withEmail(samples.officer("Anna", samples.root()), email);
  }

  private static Officer withEmail(Officer officer, String email) {
    var d = officer.details();
    return withDetails(
        officer,
        new OfficerDetails(
            d.name(), email(email), d.phone(), d.region(), d.leads(), d.role(), d.status()));
  }

  private static Officer named(Officer officer, String name) {
    var d = officer.details();
    return withDetails(
        officer,
        new OfficerDetails(
            new Name(name), d.email(), d.phone(), d.region(), d.leads(), d.role(), d.status()));
  }

  private static Officer withDetails(Officer o, OfficerDetails details) {
    return new Officer(
        o.id(),
        details,
        o.passwordHash(),
        o.tokenVersion(),
        o.createdAt(),
        o.updatedAt(),
        o.version());
  }

  private static Officer withVersion(Officer o, long version) {
    return new Officer(
        o.id(),
        o.details(),
        o.passwordHash(),
        o.tokenVersion(),
        o.createdAt(),
        o.updatedAt(),
        version);
  }
}
