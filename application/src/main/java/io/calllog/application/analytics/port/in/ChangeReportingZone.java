package io.calllog.application.analytics.port.in;

import io.calllog.application.analytics.view.CountedDay;
import io.calllog.domain.analytics.ReportingZone;
import java.util.function.Consumer;

/**
 * The operator moves the organisation to another reporting time zone: what a day is changes, in the
 * past too, so all figures are counted anew. Kept as a whole or not at all; nobody can log or
 * change calls meanwhile, and everybody sees the former figures until it is done.
 */
public interface ChangeReportingZone {

  /** The zone of now. */
  ReportingZone current();

  /**
   * Does it; counts anew also if the zone is the current one.
   *
   * @return how many days were counted
   * @throws io.calllog.domain.shared.InvalidInput when the database does not know the zone
   */
  long change(Command command);

  /**
   * The change wanted.
   *
   * @param zone the new one
   * @param progress is told after each day
   */
  record Command(ReportingZone zone, Consumer<CountedDay> progress) {}
}
