package io.calllog.application.analytics.port.out;

import io.calllog.application.analytics.view.Difference;
import io.calllog.domain.analytics.ReportingZone;
import java.time.LocalDate;
import java.util.List;

/**
 * The figures that are kept beside the calls, so that nobody has to count calls. They follow each
 * change of a call by themselves; here they are checked, and made anew. Thread-safe.
 */
public interface CallRollUp {

  /** The zone whose days the figures are kept for. */
  ReportingZone timeZone();

  /** Compares what is kept for a day with what its calls amount to, both at one moment. */
  List<Difference> differences(LocalDate day);

  /**
   * Makes the figures of a day what its calls amount to. Needs a transaction; changes of calls wait
   * until it ends.
   *
   * @return what was wrong with them
   */
  List<Difference> rebuild(LocalDate day);

  /**
   * Goes over to another zone: forgets all figures. Needs a transaction, in which each of the days
   * is then {@linkplain #count counted}; changes of calls wait until it ends, and readers see the
   * former figures until then.
   *
   * @return every day in that zone from the first call to the last; empty without calls
   * @throws io.calllog.domain.shared.InvalidInput when the database does not know the zone
   */
  List<LocalDate> changeTimeZone(ReportingZone zone);

  /** Counts a day of which nothing is kept. */
  void count(LocalDate day);
}
