package io.calllog.persistence.call;

import io.calllog.application.call.view.CallOrder;
import io.calllog.domain.call.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Divides a range of start times into windows that grow, in the order of the list and without gaps.
 * If the first windows fill a page, few partitions are read. If a page needs the whole range, few
 * statements are sent. If the range has no bound, neither does the window at that end. Not
 * thread-safe.
 */
final class CallWindows implements Iterator<CallWindow> {

  private static final Duration FIRST_WIDTH = Duration.ofDays(90);
  private static final int GROWTH = 4;

  private final CallOrder order;
  private final Instant now;
  private Duration width = FIRST_WIDTH;
  private @Nullable CallWindow rest;

  /**
   * Creates the windows of a range.
   *
   * @param now later times, at which few calls start, get no separate windows
   */
  CallWindows(CallWindow range, CallOrder order, Instant now) {
    this.rest = range;
    this.order = order;
    this.now = now;
  }

  @Override
  public boolean hasNext() {
    return rest != null;
  }

  @Override
  public CallWindow next() {
    CallWindow current = rest;
    if (current == null) {
      throw new NoSuchElementException();
    }
    CallWindow next =
        switch (order) {
          case LATEST_FIRST -> latestOf(current);
          case EARLIEST_FIRST -> earliestOf(current);
        };
    width = width.multipliedBy(GROWTH);
    return next;
  }

  private CallWindow latestOf(CallWindow range) {
    Instant end = range.to() == null || range.to().isAfter(now) ? now : range.to();
    Instant cut = end.minus(width);
    if (!cut.isAfter(Call.EARLIEST_START) || isAtOrBefore(cut, range.from())) {
      rest = null;
      return range;
    }
    rest = new CallWindow(range.from(), cut);
    return new CallWindow(cut, range.to());
  }

  private CallWindow earliestOf(CallWindow range) {
    Instant begin =
        range.from() == null || range.from().isBefore(Call.EARLIEST_START)
            ? Call.EARLIEST_START
            : range.from();
    Instant cut = begin.plus(width);
    if (!cut.isBefore(now) || isAtOrBefore(range.to(), cut)) {
      rest = null;
      return range;
    }
    rest = new CallWindow(cut, range.to());
    return new CallWindow(range.from(), cut);
  }

  private static boolean isAtOrBefore(@Nullable Instant one, @Nullable Instant other) {
    return one != null && other != null && !one.isAfter(other);
  }
}
