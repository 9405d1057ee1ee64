package io.calllog.bootstrap.startup;

import io.calllog.application.analytics.port.in.ChangeReportingZone;
import io.calllog.domain.analytics.ReportingZone;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Checks that the configured reporting time zone is the one in the database, and that PostgreSQL
 * knows it. Otherwise the days in requests would not be the days for which calls are counted, or no
 * call could be logged.
 */
final class StoredReportingZone implements SmartInitializingSingleton {

  private static final String COMMAND = "java -jar calllog.jar set-time-zone ";

  private final ChangeReportingZone reporting;
  private final ReportingZone configured;

  StoredReportingZone(ChangeReportingZone reporting, ReportingZone configured) {
    this.reporting = reporting;
    this.configured = configured;
  }

  @Override
  public void afterSingletonsInstantiated() {
    String stored = reporting.current();
    if (!stored.equals(configured.toString())) {
      throw new StartUpFailure(
          "calllog.reporting.time-zone is %s, but the figures in the database use %s."
              .formatted(configured, stored),
          "Set it to %s. To change the time zone, stop all nodes and run this command, which counts"
                  .formatted(stored)
              + " all calls again: "
              + COMMAND
              + configured);
    }
    if (!reporting.isKnown(configured)) {
      throw new StartUpFailure(
          "The figures in the database use the time zone %s, which PostgreSQL does not know."
              .formatted(configured),
          "Install the data of this time zone where PostgreSQL runs (on Debian, old names are in the"
              + " package tzdata-legacy). Or stop all nodes, set calllog.reporting.time-zone to"
              + " another zone, and run this command: "
              + COMMAND
              + "<zone>");
    }
  }
}
