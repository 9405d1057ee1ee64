package io.calllog.application.analytics.port.in;

import io.calllog.application.analytics.view.Difference;
import io.calllog.application.shared.Caller;
import io.calllog.domain.analytics.DayRange;
import java.util.List;

/** An administrator has the figures that are kept compared with the calls. Changes nothing. */
public interface VerifyFigures {

  /**
   * Counts the calls of each day.
   *
   * @return every figure that differs, in the order of the days
   * @throws io.calllog.domain.shared.NotPermitted when the actor is no administrator
   */
  List<Difference> verify(Command command);

  /**
   * The check wanted.
   *
   * @param caller who asks
   * @param range which days
   */
  record Command(Caller caller, DayRange range) {}
}
