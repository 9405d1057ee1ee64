package io.calllog.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Api;
import io.calllog.api.ApiTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Audit entries and secrets in the database. */
@ApiTest
class StoredAuditApiIT {

  private final Accounts accounts;
  private final JdbcClient database;

  StoredAuditApiIT(Accounts accounts, JdbcClient database) {
    this.accounts = accounts;
    this.database = database;
  }

  @Test
  void a_change_that_fails_in_the_database_leaves_no_audit_entry() {
    Account officer = accounts.officer(Accounts.newRegion());
    String taken = accounts.officer(Accounts.newRegion()).email();
    Api admin = accounts.admin().api();
    admin.patch("/api/officers/" + officer.id(), Api.json("email", taken)).expect(409);

    assertThat(Trail.actions(Trail.of(admin, officer.id()))).doesNotContain("OFFICER_CHANGED");
  }

  @Test
  void no_table_contains_a_password() {
    String password = "unique battery staple " + Accounts.unique();
    Account officer = accounts.officer(Accounts.newRegion());
    var body = Api.json("currentPassword", officer.password(), "newPassword", password);
    officer.api().put("/api/auth/password", body).expect(204);

    assertThat(new ErasedData(database).tablesWith(password)).isEmpty();
  }

  @Test
  void only_the_hash_of_a_refresh_token_is_stored() {
    String token = accounts.officer(Accounts.newRegion()).refreshToken();

    assertThat(new ErasedData(database).tablesWith(token)).isEmpty();
    assertThat(
            database
                .sql("SELECT count(*) FROM refresh_tokens WHERE hash = sha256(:token::bytea)")
                .param("token", token)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }
}
