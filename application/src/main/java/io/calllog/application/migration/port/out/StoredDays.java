package io.calllog.application.migration.port.out;

import io.calllog.application.migration.view.OfficerDay;
import java.time.LocalDate;
import java.util.List;

/** Reads the figures that are stored here. Thread-safe. */
public interface StoredDays {

  /**
   * Returns the calls of each officer on each day with calls, in {@link OfficerDay#ORDER}.
   *
   * @param to exclusive
   */
  List<OfficerDay> days(LocalDate from, LocalDate to);
}
