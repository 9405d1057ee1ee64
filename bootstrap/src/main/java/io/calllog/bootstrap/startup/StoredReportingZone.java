package io.calllog.bootstrap.startup;

import io.calllog.application.analytics.port.in.ChangeReportingZone;
import io.calllog.domain.analytics.ReportingZone;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Checks that the configured reporting time zone is the one in the database. Otherwise the days in
 * requests would not be the days for which calls are counted.
 */
final class StoredReportingZone implements SmartInitializingSingleton {

  private final ChangeReportingZone reporting;
  private final ReportingZone configured;

  StoredReportingZone(ChangeReportingZone reporting, ReportingZone configured) {
    this.reporting = reporting;
    this.configured = configured;
  }

  @Override
  public void afterSingletonsInstantiated() {
    ReportingZone stored = reporting.current();
    if (!stored.equals(configured)) {
      throw new StartUpFailure(
          "calllog.reporting.time-zone is %s, but the figures in the database use %s."
              .formatted(configured, stored),
          ("Set it to %s. To change the time zone, stop all nodes and run this command, which counts"
                  + " all calls again: java -jar calllog.jar set-time-zone %s")
              .formatted(stored, configured));
    }
  }
}
