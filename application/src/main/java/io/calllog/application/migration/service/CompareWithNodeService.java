package io.calllog.application.migration.service;

import io.calllog.application.analytics.port.out.CallRollUp;
import io.calllog.application.migration.port.in.CompareWithNode;
import io.calllog.application.migration.port.out.NodeDatabase;
import io.calllog.application.migration.port.out.NodeDatabase.Snapshot;
import io.calllog.application.migration.port.out.StoredDays;
import io.calllog.application.migration.view.OfficerDay;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.shared.InvalidInput;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@UseCase(TxMode.NONE)
final class CompareWithNodeService implements CompareWithNode {

  private final NodeDatabase node;
  private final StoredDays figures;
  private final CallRollUp rollUp;
  private final InstantSource clock;

  CompareWithNodeService(
      NodeDatabase node, StoredDays figures, CallRollUp rollUp, InstantSource clock) {
    this.node = node;
    this.figures = figures;
    this.rollUp = rollUp;
    this.clock = clock;
  }

  @Override
  public Totals compare(Command command) {
    ReportingZone zone = ReportingZone.of(rollUp.timeZone());
    LocalDate from = command.from() == null ? DayRange.EARLIEST : command.from();
    LocalDate to = command.to() == null ? zone.today(clock).plusDays(1) : command.to();
    if (!from.isBefore(to)) {
      throw new InvalidInput("to", "out-of-range", "must be after 'from', because it is exclusive");
    }
    try (Snapshot source = node.open(command.source())) {
      var comparison = new Comparison(days(from, to).iterator(), command);
      source.readDays(zone, from, to, comparison::add);
      return comparison.finish();
    }
  }

  /** Reads a month at a time, so that few days are in memory. */
  private Stream<OfficerDay> days(LocalDate from, LocalDate to) {
    return Stream.iterate(from, month -> month.isBefore(to), month -> month.plusMonths(1))
        .map(month -> figures.days(month, earlier(month.plusMonths(1), to)))
        .flatMap(List::stream);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  /** Merges the days of both systems, which have the same order. */
  private static final class Comparison {

    private final Iterator<OfficerDay> days;
    private final Command command;
    private @Nullable OfficerDay next;
    private Sums node = Sums.ZERO;
    private Sums here = Sums.ZERO;
    private long compared;
    private long different;

    Comparison(Iterator<OfficerDay> days, Command command) {
      this.days = days;
      this.command = command;
      advance();
    }

    void add(OfficerDay there) {
      while (next != null && OfficerDay.ORDER.compare(next, there) < 0) {
        count(OfficerDay.none(next), next);
        advance();
      }
      if (next != null && OfficerDay.ORDER.compare(next, there) == 0) {
        count(there, next);
        advance();
      } else {
        count(there, OfficerDay.none(there));
      }
    }

    Totals finish() {
      while (next != null) {
        count(OfficerDay.none(next), next);
        advance();
      }
      return new Totals(node, here, compared, different);
    }

    private void advance() {
      next = days.hasNext() ? days.next() : null;
    }

    private void count(OfficerDay there, OfficerDay stored) {
      node = node.plus(there);
      here = here.plus(stored);
      compared++;
      if (!there.equals(stored)) {
        different++;
        command.differences().accept(new Difference(there, stored));
      }
    }
  }
}
