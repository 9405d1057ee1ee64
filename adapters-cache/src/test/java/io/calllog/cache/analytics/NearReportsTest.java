package io.calllog.cache.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.application.analytics.view.Volumes;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NearReportsTest {

  private final ManualTime time = new ManualTime();
  private final NearReports<Volumes> reports =
      new NearReports<>(content -> content.days().size(), time, time);

  @Test
  void keeps_a_report_for_a_second() {
    reports.keep("key", kept(1, Duration.ofSeconds(10)));
    time.pass(Duration.ofMillis(999));
    assertThat(reports.find("key")).isEqualTo(Samples.report(Samples.volumes(1)).fromCache());
    time.pass(Duration.ofMillis(1));
    assertThat(reports.find("key")).isNull();
  }

  @Test
  void keeps_no_report_beyond_its_end() {
    reports.keep("key", kept(1, Duration.ofMillis(300)));
    time.pass(Duration.ofMillis(299));
    assertThat(reports.find("key")).isNotNull();
    time.pass(Duration.ofMillis(1));
    assertThat(reports.find("key")).isNull();
  }

  @Test
  void reading_does_not_prolong() {
    reports.keep("key", kept(1, Duration.ofSeconds(10)));
    time.pass(Duration.ofMillis(600));
    assertThat(reports.find("key")).isNotNull();
    time.pass(Duration.ofMillis(600));
    assertThat(reports.find("key")).isNull();
  }

  @Test
  void the_next_report_takes_the_place_of_the_former() {
    reports.keep("key", kept(1, Duration.ofSeconds(10)));
    time.pass(Duration.ofMillis(600));
    reports.keep("key", kept(2, Duration.ofSeconds(10)));
    time.pass(Duration.ofMillis(600));
    assertThat(reports.find("key")).isEqualTo(Samples.report(Samples.volumes(2)).fromCache());
  }

  @Test
  void a_report_that_is_too_old_already_takes_the_place_of_the_former_and_is_not_kept() {
    reports.keep("key", kept(1, Duration.ofSeconds(10)));
    reports.keep("key", kept(2, Duration.ofSeconds(-1)));
    assertThat(reports.find("key")).isNull();
  }

  @Test
  void a_report_larger_than_all_that_may_be_kept_is_not_kept() {
    NearReports<Volumes> large = new NearReports<>(_ -> 1_000_000, time, time);
    large.keep("key", kept(1, Duration.ofSeconds(10)));
    await().until(() -> large.find("key") == null);
  }

  private Kept<Volumes> kept(long calls, Duration left) {
    return new Kept<>(time.instant().plus(left), Samples.report(Samples.volumes(calls)));
  }
}
