package io.calllog.application.analytics.port.out;

import io.calllog.application.analytics.view.Difference;
import io.calllog.domain.analytics.ReportingZone;
import java.time.LocalDate;
import java.util.List;

/**
 * Checks and recomputes the figures stored for each day, which every change to a call updates.
 * Thread-safe.
 */
public interface CallRollUp {

  /**
   * Returns the name of the zone whose days the figures are stored for. This version of Java may
   * not know it.
   */
  String timeZone();

  /** Whether the database knows the zone: it can have another version of the IANA database. */
  boolean isKnown(ReportingZone zone);

  /** Compares the stored figures of a day with its calls, in one snapshot. */
  List<Difference> differences(LocalDate day);

  /**
   * Recomputes the figures of a day, in a transaction, and returns those that were wrong. Changes
   * to calls wait until the transaction ends.
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
