package io.calllog.api.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.OwnApplication;
import io.calllog.api.Services;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The link to the next page of a report is valid on the next day, too. */
class ReportPagesAtMidnightApiIT {

  private static final AtomicReference<Duration> SHIFT = new AtomicReference<>(Duration.ZERO);

  /** The clock of the application: that of the machine, moved by the test. */
  @Configuration(proxyBeanMethods = false)
  static class MovedClock {

    @Bean
    @Primary
    InstantSource movedClock() {
      return () -> Instant.now().plus(SHIFT.get());
    }
  }

  @Test
  void the_next_link_keeps_the_days_of_the_first_page() {
    Services services = Services.running();
    String database = services.createDatabase("report_pages_at_midnight");
    try (OwnApplication application =
        OwnApplication.start(
            OwnApplication.settings(services, database, OwnApplication.firstAdmin()),
            MovedClock.class)) {
      LocalDate today = LocalDate.now(ZoneOffset.UTC);
      Instant midnight = today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      SHIFT.set(Duration.between(Instant.now(), midnight.minus(Duration.ofMinutes(5))));
      var accounts = new Accounts(application.api());
      logACall(accounts.officer("EMEA/UK"), today.minusDays(1));
      logACall(accounts.officer("EMEA/UK"), today.minusDays(1));
      Api manager = accounts.manager("EMEA/UK").api();
      String report = "/api/analytics/calls-per-officer-per-day?limit=1&region=EMEA/UK&count=false";

      Answer first = manager.get(report).expect(200);
      String next = first.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
      SHIFT.updateAndGet(shift -> shift.plus(Duration.ofMinutes(10)));
      Answer second = manager.get(next).expect(200);

      assertThat(next)
          .isEqualTo(
              "/api/analytics/calls-per-officer-per-day?from=%s&to=%s&region=EMEA/UK&limit=1"
                      .formatted(today.minusDays(6), today.plusDays(1))
                  + "&count=false&cursor="
                  + first.text("/nextCursor"));
      assertThat(second.text("/from")).isEqualTo(first.text("/from"));
      assertThat(second.text("/to")).isEqualTo(first.text("/to"));
      assertThat(second.at("/items").size()).isEqualTo(1);
      assertThat(second.at("/items")).isNotEqualTo(first.at("/items"));
      assertThat(second.header("Link")).isEmpty();
      assertThat(manager.get(report).expect(200).text("/to"))
          .isEqualTo(today.plusDays(2).toString());
    }
  }

  private static void logACall(Account officer, LocalDate day) {
    officer
        .api()
        .post(
            "/api/calls",
            Api.json(
                "type", "OUTGOING",
                "outcome", "SUCCESSFUL",
                "durationSeconds", 60,
                "startedAt", day + "T12:00:00Z"))
        .expect(201);
  }
}
