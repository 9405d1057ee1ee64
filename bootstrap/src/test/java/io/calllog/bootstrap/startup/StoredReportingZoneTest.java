package io.calllog.bootstrap.startup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.application.analytics.port.in.ChangeReportingZone;
import io.calllog.domain.analytics.ReportingZone;
import org.junit.jupiter.api.Test;

class StoredReportingZoneTest {

  private static final ReportingZone LONDON = ReportingZone.of("Europe/London");

  @Test
  void accepts_the_stored_zone_if_postgresql_knows_it() {
    assertThatCode(
            new StoredReportingZone(new Stored("Europe/London", true), LONDON)
                ::afterSingletonsInstantiated)
        .doesNotThrowAnyException();
  }

  @Test
  void names_the_command_if_java_does_not_know_the_stored_zone() {
    assertRefused(
        new Stored("Mars/Olympus_Mons", true), "but the figures in the database use Mars");
  }

  @Test
  void names_the_command_if_postgresql_does_not_know_the_stored_zone() {
    assertRefused(new Stored("Europe/London", false), "which PostgreSQL does not know");
  }

  private static void assertRefused(Stored stored, String reason) {
    assertThatExceptionOfType(StartUpFailure.class)
        .isThrownBy(new StoredReportingZone(stored, LONDON)::afterSingletonsInstantiated)
        .withMessageContaining(reason)
        .extracting(StartUpFailure::action)
        .asString()
        .contains("java -jar calllog.jar set-time-zone ");
  }

  private record Stored(String current, boolean known) implements ChangeReportingZone {

    @Override
    public boolean isKnown(ReportingZone zone) {
      return known;
    }

    @Override
    public long change(Command command) {
      throw new AssertionError("A start does not change the zone");
    }
  }
}
