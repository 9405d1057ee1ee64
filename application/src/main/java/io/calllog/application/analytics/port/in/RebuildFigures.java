package io.calllog.application.analytics.port.in;

import io.calllog.application.analytics.view.Difference;
import io.calllog.application.shared.Caller;
import io.calllog.domain.analytics.DayRange;
import java.util.List;

/**
 * An administrator has the figures of some days made anew from the calls. Calls can be logged
 * meanwhile: changes wait for one day at a time. A failure leaves the days before it rebuilt.
 */
public interface RebuildFigures {

  /**
   * Counts the calls of each day and keeps what they amount to.
   *
   * @return every figure that was wrong, in the order of the days
   * @throws io.calllog.domain.shared.NotPermitted when the actor is no administrator
   */
  List<Difference> rebuild(Command command);

  /**
   * The work wanted.
   *
   * @param caller who asks
   * @param range which days
   */
  record Command(Caller caller, DayRange range) {}
}
