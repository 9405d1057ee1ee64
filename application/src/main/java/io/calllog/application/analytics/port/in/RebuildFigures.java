package io.calllog.application.analytics.port.in;

import io.calllog.application.analytics.view.Difference;
import io.calllog.application.shared.Caller;
import io.calllog.domain.analytics.DayRange;
import java.util.List;

/**
 * Recomputes the figures of a range of days from the calls. Calls can be logged meanwhile: changes
 * to calls wait at most until one day is done. If it fails, the days before the failure stay
 * recomputed.
 */
public interface RebuildFigures {

  /**
   * Recomputes the figures of each day and returns those that were wrong, ordered by day.
   *
   * @throws io.calllog.domain.shared.NotPermitted if the actor is not an administrator
   */
  List<Difference> rebuild(Command command);

  record Command(Caller caller, DayRange range) {}
}
