package io.calllog.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ApiTest;
import io.calllog.api.race.AtOnce;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** More sign-ins than can be checked, where nobody limits them. */
@ApiTest
@TestPropertySource(properties = "tests.quick-hashes=false")
class HashingFloodApiIT {

  private final Api api;
  private final Accounts accounts;

  HashingFloodApiIT(Api api, Accounts accounts) {
    this.api = api;
    this.accounts = accounts;
  }

  @Test
  void what_cannot_be_checked_soon_is_refused_and_the_others_go_on() {
    Account officer = accounts.officer(Accounts.newRegion());
    var flood =
        CompletableFuture.supplyAsync(() ->
            AtOnce.send(500, _ -> Limits.signIn(api, officer.email(), "wrong horse battery")));

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
    Limits.signIn(api, officer.email(), Accounts.PASSWORD).expect(200);
  }
}
