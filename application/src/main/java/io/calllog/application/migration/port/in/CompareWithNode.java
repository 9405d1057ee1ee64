package io.calllog.application.migration.port.in;

import io.calllog.application.migration.view.NodeConnection;
import io.calllog.application.migration.view.OfficerDay;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Compares the figures of the Node backend with those of this application, for each officer and
 * day.
 */
public interface CompareWithNode {

  /**
   * Compares them.
   *
   * @throws io.calllog.domain.shared.InvalidInput if the database cannot be read, or the range is
   *     empty
   */
  Totals compare(Command command);

  /**
   * The parameters.
   *
   * @param from null for the earliest day
   * @param to exclusive; null for the end of the current day
   */
  record Command(
      NodeConnection source,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Consumer<Difference> differences) {}

  /** The calls of an officer on a day in both systems; they differ. */
  record Difference(OfficerDay node, OfficerDay here) {}

  /** The sums of all days, and the number of days that differ. */
  record Totals(Sums node, Sums here, long compared, long different) {}

  /** Sums. */
  record Sums(long calls, long connected, long seconds) {

    /** No calls. */
    public static final Sums ZERO = new Sums(0, 0, 0);

    /** Returns these sums and a day. */
    public Sums plus(OfficerDay day) {
      return new Sums(calls + day.calls(), connected + day.connected(), seconds + day.seconds());
    }
  }
}
