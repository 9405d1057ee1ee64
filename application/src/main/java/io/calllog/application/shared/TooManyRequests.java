package io.calllog.application.shared;

import java.time.Duration;

/** More was asked for than is allowed in this time; nothing was done. */
public final class TooManyRequests extends ServiceFailure {

  @SuppressWarnings("serial") // never serialized: failures do not leave the process as objects
  private final Duration retryAfter;

  /**
   * A limit that is reached.
   *
   * @param retryAfter how long until it is worth asking again, positive
   */
  public TooManyRequests(Duration retryAfter) {
    super("too-many-requests", "Too many requests. Try again after the time in Retry-After.");
    this.retryAfter = retryAfter;
  }

  /** How long until it is worth asking again, positive. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
