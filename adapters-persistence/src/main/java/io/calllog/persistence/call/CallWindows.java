package io.calllog.persistence.call;

import io.calllog.application.call.view.CallOrder;
import io.calllog.domain.call.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a range of start times that grow, in the order of the list. Each part contains the one
 * before it, and the last one is the range. If the first part fills a page, few partitions are
 * read. If a page needs the whole range, few statements are sent, and the last one alone is the
 * page, so that all its calls are of the same moment. Not thread-safe.
 */
final class CallWindows implements Iterator<CallWindow> {

  private static final Duration FIRST_WIDTH = Duration.ofDays(14);
  private static final int GROWTH = 10;

  private final CallWindow range;
  private final CallOrder order;
  private final Instant now;
  private Duration width = FIRST_WIDTH;
  private boolean complete;

  /**
   * Creates the windows of a range.
   *
   * @param now later times, at which few calls start, get no separate windows
   */
  CallWindows(CallWindow range, CallOrder order, Instant now) {
    this.range = range;
    this.order = order;
    this.now = now;
  }

  @Override
  public boolean hasNext() {
    return !complete;
  }

  @Override
  public CallWindow next() {
    if (complete) {
      throw new NoSuchElementException();
    }
    CallWindow next =
        switch (order) {
          case LATEST_FIRST -> latest();
          case EARLIEST_FIRST -> earliest();
        };
    width = width.multipliedBy(GROWTH);
    complete = next.equals(range);
    return next;
  }

  /** The other bound lets the ids begin with a month, so that whole partitions are read. */
  private CallWindow latest() {
    Instant end = range.to() == null || range.to().isAfter(now) ? now : range.to();
    Instant cut = CallTimes.monthOf(end.minus(width)).plus(Call.ID_TOLERANCE);
    return !cut.isAfter(Call.EARLIEST_START) || isAtOrBefore(cut, range.from())
        ? range
        : new CallWindow(cut, range.to());
  }

  private CallWindow earliest() {
    Instant begin =
        range.from() == null || range.from().isBefore(Call.EARLIEST_START)
            ? Call.EARLIEST_START
            : range.from();
    Instant cut = CallTimes.monthFrom(begin.plus(width)).minus(Call.ID_TOLERANCE);
    return !cut.isBefore(now) || isAtOrBefore(range.to(), cut)
        ? range
        : new CallWindow(range.from(), cut);
  }

  private static boolean isAtOrBefore(@Nullable Instant one, @Nullable Instant other) {
    return one != null && other != null && !one.isAfter(other);
  }
}
