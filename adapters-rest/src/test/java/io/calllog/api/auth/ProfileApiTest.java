package io.calllog.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RestOnFakes
class ProfileApiTest {

  private static final String PATH = "/api/auth/profile";

  private final Accounts accounts;

  ProfileApiTest(Accounts accounts) {
    this.accounts = accounts;
  }

  @ParameterizedTest
  @ValueSource(strings = {"OFFICER", "MANAGER", "ADMIN"})
  void answers_the_officer_of_any_role(String role) {
    Account account = accounts.create(role, Accounts.newRegion());
    Answer answer = account.api().get(PATH).expect(200);

    assertThat(answer.json().propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "name",
            "email",
            "phone",
            "region",
            "leads",
            "role",
            "status",
            "createdAt",
            "updatedAt");
    assertThat(answer.id()).isEqualTo(account.id());
    assertThat(answer.text("/email")).isEqualTo(account.email());
    assertThat(answer.text("/role")).isEqualTo(role);
    assertThat(answer.text("/region")).isEqualTo(account.region());
  }

  @Test
  void answers_an_unassigned_officer() {
    Account unassigned = accounts.create("MANAGER", "unassigned");

    assertThat(unassigned.api().get(PATH).expect(200).id()).isEqualTo(unassigned.id());
  }

  @Test
  void is_304_while_unchanged() {
    Account officer = accounts.officer(Accounts.newRegion());
    Answer first = officer.api().get(PATH).expect(200);
    assertThat(first.etag()).isNotEmpty();
    assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(String.join(", ", first.headers().allValues("Vary")))
        .contains("Authorization", "Accept");

    Api again = officer.api().with("If-None-Match", first.etag());
    assertThat(again.get(PATH).expect(304).body()).isEmpty();
    officer.api().patch("/api/officers/" + officer.id(), Api.json("name", "New")).expect(200);
    assertThat(again.get(PATH).expect(200).etag()).isNotEqualTo(first.etag());
  }

  @Test
  void takes_no_parameters() {
    Answer answer = accounts.admin().api().get(PATH + "?id=1").expectProblem(400, "invalid-input");

    assertThat(answer.text("/errors/0/parameter")).isEqualTo("id");
  }
}
