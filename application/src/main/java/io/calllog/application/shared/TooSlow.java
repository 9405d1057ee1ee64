package io.calllog.application.shared;

/** The database took longer than a request may, and has stopped. Nothing was changed. */
public final class TooSlow extends ServiceFailure {

  /** Creates the failure. The cause is logged and not shown to the caller. */
  public TooSlow(Throwable cause) {
    super(
        "too-slow",
        "This took too long and was stopped. Ask for less, such as a shorter time or a smaller region, or try again later.",
        cause);
  }
}
