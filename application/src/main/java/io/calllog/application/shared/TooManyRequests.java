package io.calllog.application.shared;

import java.time.Duration;

/** A rate limit was exceeded. The request was not processed. */
public final class TooManyRequests extends ServiceFailure {

  @SuppressWarnings("serial") // never serialized: failures do not leave the process as objects
  private final Duration retryAfter;

  /** Creates the failure; {@code retryAfter} is positive. */
  public TooManyRequests(Duration retryAfter) {
    super("too-many-requests", "Too many requests. Try again after the time in Retry-After.");
    this.retryAfter = retryAfter;
  }

  /** Returns the time to wait before the next attempt; positive. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
