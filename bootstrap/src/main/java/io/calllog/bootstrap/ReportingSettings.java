package io.calllog.bootstrap;

import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.shared.InvalidInput;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of reports.
 *
 * @param timeZone the IANA time zone of the days in reports, such as Europe/London. The first start
 *     stores it in the database; afterwards only the command set-time-zone changes it
 */
@ConfigurationProperties("calllog.reporting")
record ReportingSettings(@DefaultValue("UTC") String timeZone) {

  ReportingSettings {
    try {
      ReportingZone.of(timeZone);
    } catch (InvalidInput _) { // the message below names the property
      throw new IllegalArgumentException(
          "calllog.reporting.time-zone must be a time zone of the IANA database that this Java"
              + " knows, such as Europe/London. If the database uses another one, change it with:"
              + " java -jar calllog.jar set-time-zone <zone>");
    }
  }
}
