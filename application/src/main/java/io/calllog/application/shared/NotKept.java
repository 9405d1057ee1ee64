package io.calllog.application.shared;

import java.time.Instant;

/** The request is about calls that are too old to be kept. */
public final class NotKept extends ServiceFailure {

  /**
   * Creates the failure.
   *
   * @param since the start of the first month whose calls are kept
   */
  public NotKept(Instant since) {
    super("not-kept", "Calls before " + since + " are no longer kept. Reports still count them.");
  }
}
