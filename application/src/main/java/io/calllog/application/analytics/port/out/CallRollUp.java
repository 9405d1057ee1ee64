package io.calllog.application.analytics.port.out;

import io.calllog.application.analytics.view.Difference;
import io.calllog.domain.analytics.ReportingZone;
import java.time.LocalDate;
import java.util.List;

/**
 * The stored figures of each day. The storage updates them with each change to a call; this port
 * checks and recomputes them. Thread-safe.
 */
public interface CallRollUp {

  /** Returns the zone whose days the figures are stored for. */
  ReportingZone timeZone();

  /** Compares the stored figures of a day with its calls, in one snapshot. */
  List<Difference> differences(LocalDate day);

  /**
   * Recomputes the figures of a day. Requires a transaction; changes to calls wait until it ends.
   *
   * @return the figures that were wrong
   */
  List<Difference> rebuild(LocalDate day);

  /**
   * Changes the zone and deletes all figures. Requires a transaction, in which the caller then
   * {@linkplain #count counts} each day. Changes to calls wait until the transaction ends; readers
   * see the old figures until then.
   *
   * @return every day in the new zone from the first call to the last; empty if there are no calls
   * @throws io.calllog.domain.shared.InvalidInput if the database does not know the zone
   */
  List<LocalDate> changeTimeZone(ReportingZone zone);

  /** Computes the figures of a day that has none. */
  void count(LocalDate day);
}
