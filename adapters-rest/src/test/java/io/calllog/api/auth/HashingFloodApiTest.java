package io.calllog.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.AtOnce;
import io.calllog.api.RestOnFakes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** More simultaneous sign-ins than the server can hash passwords for. */
@RestOnFakes
@TestPropertySource(properties = "tests.quick-hashes=false")
class HashingFloodApiTest {

  private final Api api;
  private final Accounts accounts;

  HashingFloodApiTest(Api api, Accounts accounts) {
    this.api = api;
    this.accounts = accounts;
  }

  @Test
  void a_flood_of_sign_ins_is_refused_and_other_requests_are_served() {
    Account officer = accounts.officer(Accounts.newRegion());
    var flood =
        CompletableFuture.supplyAsync(
            () -> AtOnce.send(500, _ -> signIn(officer.email(), "wrong horse battery")));

    int read = 0;
    while (!flood.isDone()) {
      long begin = System.nanoTime();
      officer.api().get("/api/auth/profile").expect(200);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
      read++;
    }

    List<Answer> answers = flood.join();
    assertThat(read).isPositive();
    assertThat(answers).extracting(Answer::status).contains(401, 503).containsOnly(401, 503);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 503)
        .allSatisfy(answer -> {
          answer.expectProblem(503, "overloaded");
          assertThat(answer.header("Retry-After")).isEqualTo("2");
        });
    signIn(officer.email(), Accounts.PASSWORD).expect(200);
  }

  private Answer signIn(String email, String password) {
    return api.post("/api/auth/login", Api.json("email", email, "password", password));
  }
}
