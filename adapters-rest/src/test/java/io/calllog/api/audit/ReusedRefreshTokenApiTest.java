package io.calllog.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;

/** A refresh token that is used again after the grace of 10 minutes. */
@RestOnFakes
@Import(ReusedRefreshTokenApiTest.MovedClock.class)
class ReusedRefreshTokenApiTest {

  private static final AtomicReference<Duration> SHIFT = new AtomicReference<>(Duration.ZERO);

  private final Api api;
  private final Accounts accounts;

  ReusedRefreshTokenApiTest(Api api, Accounts accounts) {
    this.api = api.anonymous();
    this.accounts = accounts;
  }

  /** The clock of the machine, moved by the test. */
  @TestConfiguration(proxyBeanMethods = false)
  static class MovedClock {

    @Bean
    @Primary
    InstantSource movedClock() {
      return () -> Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(SHIFT.get());
    }
  }

  @BeforeEach
  void resetClock() {
    SHIFT.set(Duration.ZERO);
  }

  @Test
  void ends_only_its_session() {
    Account here = accounts.officer(Accounts.newRegion());
    Account elsewhere = accounts.signIn(here.email(), here.password());
    Answer second = refresh(here.refreshToken()).expect(200);
    SHIFT.set(Duration.ofMinutes(11));

    refused(here.refreshToken());

    refused(second.text("/refreshToken"));
    here.awaitSignedOut();
    assertThat(api.as(second.text("/accessToken")).get("/api/auth/profile").status())
        .isEqualTo(401);
    refresh(elsewhere.refreshToken()).expect(200);
  }

  @Test
  void is_in_the_audit_trail_without_an_actor() {
    Account officer = accounts.officer(Accounts.newRegion());
    Api admin = accounts.admin().api();
    String session = officer.api().get("/api/auth/sessions").expect(200).text("/items/0/id");
    refresh(officer.refreshToken()).expect(200);
    SHIFT.set(Duration.ofMinutes(11));
    refused(officer.refreshToken());

    JsonNode entry = Trail.only(Trail.of(admin, session), "REFRESH_TOKEN_REUSED", "DONE");
    assertThat(entry.path("actorId").isNull()).isTrue();
    assertThat(Trail.text(entry, "address")).isEqualTo("127.0.0.1");
  }

  private Answer refresh(String token) {
    return api.post("/api/auth/refresh", Api.json("refreshToken", token));
  }

  private void refused(String token) {
    refresh(token).expectProblem(401, "bad-refresh-token");
  }
}
