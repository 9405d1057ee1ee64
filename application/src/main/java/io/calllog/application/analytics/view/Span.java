package io.calllog.application.analytics.view;

import java.time.Instant;

/**
 * A period of one or more days. It contains the calls that start in it.
 *
 * @param from the start of the first day, inclusive
 * @param to the start of the day after the last, exclusive
 */
public record Span(Instant from, Instant to) {

  /** Returns the period from the start of this span to the end of a later one. */
  public Span through(Span later) {
    return new Span(from, later.to);
  }
}
