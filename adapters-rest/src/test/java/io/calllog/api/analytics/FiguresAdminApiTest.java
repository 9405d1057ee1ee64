package io.calllog.api.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verifying and rebuilding the figures of reports. */
@RestOnFakes
class FiguresAdminApiTest {

  private final Accounts accounts;
  private final String region;

  FiguresAdminApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.region = accounts.region(Accounts.newRegion());
  }

  @ParameterizedTest
  @ValueSource(strings = {"verify", "rebuild"})
  void only_administrators_verify_and_rebuild_figures(String work) {
    String path = "/api/admin/analytics/" + work;
    var days = Api.json("from", "2026-02-01", "to", "2026-02-03");

    for (Account other : List.of(accounts.officer(region), accounts.manager(region))) {
      other.api().post(path, days).expectProblem(403, "not-permitted");
    }
    accounts.admin().api().anonymous().post(path, days).expectProblem(401, "unauthenticated");
    Answer answer = accounts.admin().api().post(path, days).expect(200);
    assertThat(answer.body()).isEqualTo("{\"days\":2,\"differences\":[]}");
    Answer wrong =
        accounts.admin().api().post(path, Api.json("from", "2026-02-30", "to", 7, "x", 1));
    assertThat(wrong.expect(400).at("/errors").valueStream().map(e -> e.at("/pointer").asString()))
        .containsExactlyInAnyOrder("/from", "/to", "/x");
    accounts
        .admin()
        .api()
        .post(path, Api.json("from", "2020-01-01", "to", "2025-01-02"))
        .expectProblem(400, "invalid-input");
  }
}
