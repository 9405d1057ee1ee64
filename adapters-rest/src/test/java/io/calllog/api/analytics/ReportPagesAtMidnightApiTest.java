package io.calllog.api.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The link to the next page of a report remains valid after midnight. */
@RestOnFakes
@Import(ReportPagesAtMidnightApiTest.MovedClock.class)
class ReportPagesAtMidnightApiTest {

  private static final AtomicReference<Duration> SHIFT = new AtomicReference<>(Duration.ZERO);

  private final Accounts accounts;

  ReportPagesAtMidnightApiTest(Accounts accounts) {
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

  @Test
  void the_next_link_keeps_the_days_of_the_first_page() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Instant midnight = today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    SHIFT.set(
        Duration.between(Instant.now(), midnight.minus(Duration.ofMinutes(5)))
            .truncatedTo(ChronoUnit.MILLIS));
    String region = Accounts.newRegion();
    logACall(accounts.officer(region), today.minusDays(1));
    logACall(accounts.officer(region), today.minusDays(1));
    Api manager = accounts.manager(region).api();
    String report = "/api/analytics/calls-per-officer-per-day?limit=1&count=false";

    Answer first = manager.get(report + "&region=" + region).expect(200);
    String next = first.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
    SHIFT.updateAndGet(shift -> shift.plus(Duration.ofMinutes(10)));
    Answer second = manager.get(next).expect(200);

    assertThat(next)
        .isEqualTo(
            "/api/analytics/calls-per-officer-per-day?from=%s&to=%s&region=%s&limit=1&count=false&cursor=%s"
                .formatted(
                    today.minusDays(6), today.plusDays(1), region, first.text("/nextCursor")));
    assertThat(second.text("/from")).isEqualTo(first.text("/from"));
    assertThat(second.text("/to")).isEqualTo(first.text("/to"));
    assertThat(second.at("/items").size()).isEqualTo(1);
    assertThat(second.at("/items")).isNotEqualTo(first.at("/items"));
    assertThat(second.header("Link")).isEmpty();
    assertThat(manager.get(report).expect(200).text("/to")).isEqualTo(today.plusDays(2).toString());
  }

  private static void logACall(Account officer, LocalDate day) {
    officer
        .api()
        .post(
            "/api/calls",
            Api.json(
                "type",
                "OUTGOING",
                "outcome",
                "SUCCESSFUL",
                "durationSeconds",
                60,
                "startedAt",
                day + "T12:00:00Z"))
        .expect(201);
  }
}
