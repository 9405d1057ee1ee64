package io.calllog.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The changes that revoke tokens, and the changes that do not. */
@RestOnFakes
class RevokedTokenApiTest {

  private final Accounts accounts;

  RevokedTokenApiTest(Accounts accounts) {
    this.accounts = accounts;
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          status, INACTIVE
          role,   MANAGER
          role,   ADMIN
          region, unassigned
          region, ''
          """)
  void is_revoked_when_an_administrator_changes(String field, String value) {
    Account officer = accounts.officer(Accounts.newRegion());
    change(officer, field, value);

    refused(officer);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          status, ON_LEAVE
          name,   Somebody Else
          phone,  +442079460958
          """)
  void stays_valid_when_an_administrator_changes(String field, String value) {
    Account officer = accounts.officer(Accounts.newRegion());
    change(officer, field, value);

    assertThat(officer.api().get("/api/auth/profile").expect(200).text("/" + field))
        .isEqualTo(value);
  }

  @Test
  void stays_valid_when_nothing_changes() {
    Account officer = accounts.officer(Accounts.newRegion());
    change(officer, "role", "OFFICER");
    change(officer, "region", officer.region());
    change(officer, "status", "ACTIVE");

    officer.api().get("/api/auth/profile").expect(200);
  }

  @Test
  void is_revoked_when_the_officer_is_deleted() {
    Account officer = accounts.officer(Accounts.newRegion());
    accounts.admin().api().delete("/api/officers/" + officer.id()).expect(204);

    refused(officer);
  }

  @Test
  void stays_revoked_when_the_officer_is_reactivated() {
    Account officer = accounts.officer(Accounts.newRegion());
    change(officer, "status", "INACTIVE");
    change(officer, "status", "ACTIVE");

    refused(officer);
    accounts.signIn(officer.email(), officer.password()).api().get("/api/calls").expect(200);
  }

  @Test
  void stays_revoked_when_the_officer_moves_back() {
    Account officer = accounts.officer(Accounts.newRegion());
    change(officer, "region", "unassigned");
    change(officer, "region", officer.region());

    refused(officer);
  }

  @Test
  void all_tokens_of_the_officer_are_revoked_and_no_others() {
    String region = Accounts.newRegion();
    Account officer = accounts.officer(region);
    Account elsewhere = accounts.signIn(officer.email(), officer.password());
    Account colleague = accounts.officer(region);
    change(officer, "role", "MANAGER");

    refused(officer);
    refused(elsewhere);
    colleague.api().get("/api/auth/profile").expect(200);
  }

  private void change(Account officer, String field, String value) {
    accounts
        .admin()
        .api()
        .patch("/api/officers/" + officer.id(), Api.json(field, value))
        .expect(200);
  }

  private static void refused(Account officer) {
    officer.awaitSignedOut();
    for (String path : new String[] {"/api/auth/profile", "/api/calls", "/api/officers"}) {
      Answer answer = officer.api().get(path).expectProblem(401, "unauthenticated");
      assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }
  }
}
