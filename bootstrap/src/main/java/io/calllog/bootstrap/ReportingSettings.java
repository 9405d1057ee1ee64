package io.calllog.bootstrap;

import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.shared.InvalidInput;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What figures mean.
 *
 * @param timeZone what a day is: a time zone of the IANA database, such as Europe/London. Taken
 *     into the database by the first start; later it is changed by the command set-time-zone
 */
@ConfigurationProperties("calllog.reporting")
record ReportingSettings(@DefaultValue("UTC") String timeZone) {

  /** Refuses, with an {@link IllegalArgumentException}, what is no such zone. */
  ReportingSettings {
    try {
      ReportingZone.of(timeZone);
    } catch (InvalidInput _) { // what it says is said here of the property
      throw new IllegalArgumentException(
          "calllog.reporting.time-zone must be a time zone of the IANA database, such as"
              + " Europe/London");
    }
  }
}
