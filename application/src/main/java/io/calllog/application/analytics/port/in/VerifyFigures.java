package io.calllog.application.analytics.port.in;

import io.calllog.application.analytics.view.Difference;
import io.calllog.application.shared.Caller;
import io.calllog.domain.analytics.DayRange;
import java.util.List;

/** Compares the stored figures with the calls. Changes nothing. */
public interface VerifyFigures {

  /**
   * Compares the figures of each day and returns those that are wrong, ordered by day.
   *
   * @throws io.calllog.domain.shared.NotPermitted if the actor is not an administrator
   */
  List<Difference> verify(Command command);

  record Command(Caller caller, DayRange range) {}
}
