package io.calllog.application.analytics.view;

import java.time.Instant;

/** A period from the start of a day, inclusive, to the start of another, exclusive. */
public record Span(Instant from, Instant to) {

  /** Returns the period from the start of this span to the end of a later one. */
  public Span through(Span later) {
    return new Span(from, later.to);
  }
}
