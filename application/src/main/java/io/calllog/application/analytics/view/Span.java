package io.calllog.application.analytics.view;

import java.time.Instant;

/**
 * The time of one or more days. A call counts for the days in whose time it starts.
 *
 * @param from the start of the first day, included
 * @param to the start of the day after the last, excluded
 */
public record Span(Instant from, Instant to) {

  /** From the start of this span to the end of a later one. */
  public Span through(Span later) {
    return new Span(from, later.to);
  }
}
