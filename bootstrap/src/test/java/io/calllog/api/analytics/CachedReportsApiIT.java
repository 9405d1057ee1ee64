package io.calllog.api.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.ApiTest;
import io.calllog.api.Samples;
import org.junit.jupiter.api.Test;

/** Reports are cached in Redis for a few seconds. */
@ApiTest
class CachedReportsApiIT {

  private final Accounts accounts;

  CachedReportsApiIT(Accounts accounts) {
    this.accounts = accounts;
  }

  @Test
  void are_answered_from_the_cache_unless_the_request_says_no_cache() {
    Account officer = accounts.officer(Accounts.newRegion());
    String volumes = "/api/analytics/volumes?from=2026-02-01&to=2026-02-03";

    Answer computed = officer.api().get(volumes).expect(200);
    assertThat(computed.header("X-Cache")).isEqualTo("MISS");
    assertThat(computed.header("Age")).isEmpty();
    officer.api().post("/api/calls", Samples.call("startedAt", "2026-02-01T12:00:00Z")).expect(201);
    Answer again = officer.api().get(volumes).expect(200);
    assertThat(again.header("X-Cache")).isEqualTo("HIT");
    assertThat(again.header("Age")).matches("[0-9]");
    assertThat(again.body()).isEqualTo(computed.body());
    Answer anew = officer.api().with("Cache-Control", "no-cache").get(volumes).expect(200);
    assertThat(anew.header("X-Cache")).isEqualTo("MISS");
    assertThat(anew.at("/total/calls").intValue()).isEqualTo(1);
    assertThat(officer.api().get(volumes).at("/total/calls").intValue()).isEqualTo(1);
  }
}
