package io.calllog.application.analytics.view;

import io.calllog.domain.analytics.ReportingZone;
import java.time.Instant;

/**
 * Figures, and what it takes to know what they mean. They were all computed from one snapshot of
 * what is stored.
 *
 * @param timeZone what a day is in them
 * @param asOf every change that was complete by then is counted
 * @param cached whether they were computed for somebody before
 * @param content the figures
 * @param <T> the kind of figures
 */
public record Report<T>(ReportingZone timeZone, Instant asOf, boolean cached, T content) {

  /** The same, as it is answered to those who come later. */
  public Report<T> fromCache() {
    return new Report<>(timeZone, asOf, true, content);
  }
}
