package io.calllog.application.analytics.port.in;

import io.calllog.application.analytics.view.CountedDay;
import io.calllog.domain.analytics.ReportingZone;
import java.util.function.Consumer;

/**
 * Changes the reporting time zone. This moves the limits of all days, past ones included, so all
 * figures are recomputed. The change is atomic. Until it ends, calls cannot be logged or changed,
 * and reports show the old figures.
 */
public interface ChangeReportingZone {

  /** Returns the name of the current zone. This version of Java may not know it. */
  String current();

  /** Whether the database knows the zone. Otherwise, no call can be logged. */
  boolean isKnown(ReportingZone zone);

  /**
   * Changes the zone and recomputes all figures, even if the zone is the current one.
   *
   * @return the number of days recomputed
   * @throws io.calllog.domain.shared.InvalidInput if the database does not know the zone
   */
  long change(Command command);

  /** The parameters. {@code progress} is called after each day. */
  record Command(ReportingZone zone, Consumer<CountedDay> progress) {}
}
