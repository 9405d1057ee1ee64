package io.calllog.persistence.call;

import io.calllog.application.call.view.CallOrder;
import io.calllog.domain.call.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a stretch of time in windows that grow: a page that the first ones fill is read
 * from few partitions, and one that needs all of them takes few steps. The windows follow each
 * other without a gap in the order of the list and cover the whole stretch; an open end of it is
 * covered without a limit. Belongs to one thread.
 */
final class CallWindows implements Iterator<CallWindow> {

  private static final Duration FIRST_WIDTH = Duration.ofDays(90);
  private static final int GROWTH = 4;

  private final CallOrder order;
  private final Instant now;
  private Duration width = FIRST_WIDTH;
  private @Nullable CallWindow rest;

  /**
   * The windows of a stretch of time.
   *
   * @param now where calls become rare: what lies beyond gets no windows of its own
   */
  CallWindows(CallWindow stretch, CallOrder order, Instant now) {
    this.rest = stretch;
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

  private CallWindow latestOf(CallWindow stretch) {
    Instant end = stretch.to() == null || stretch.to().isAfter(now) ? now : stretch.to();
    Instant cut = end.minus(width);
    if (!cut.isAfter(Call.EARLIEST_START) || isAtOrBefore(cut, stretch.from())) {
      rest = null;
      return stretch;
    }
    rest = new CallWindow(stretch.from(), cut);
    return new CallWindow(cut, stretch.to());
  }

  private CallWindow earliestOf(CallWindow stretch) {
    Instant begin =
        stretch.from() == null || stretch.from().isBefore(Call.EARLIEST_START)
            ? Call.EARLIEST_START
            : stretch.from();
    Instant cut = begin.plus(width);
    if (!cut.isBefore(now) || isAtOrBefore(stretch.to(), cut)) {
      rest = null;
      return stretch;
    }
    rest = new CallWindow(cut, stretch.to());
    return new CallWindow(stretch.from(), cut);
  }

  private static boolean isAtOrBefore(@Nullable Instant one, @Nullable Instant other) {
    return one != null && other != null && !one.isAfter(other);
  }
}
