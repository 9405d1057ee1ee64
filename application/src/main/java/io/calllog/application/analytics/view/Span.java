package io.calllog.application.analytics.view;

import java.time.Instant;

/**
 * The time that one or more days take: the calls that start in it are those that count for them.
 *
 * @param from when the first day begins
 * @param to when the day after the last begins
 */
public record Span(Instant from, Instant to) {

  /** From the beginning of this one to the end of a later one. */
  public Span through(Span later) {
    return new Span(from, later.to);
  }
}
