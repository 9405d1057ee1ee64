package io.calllog.application.shared;

/** A dependency, such as the database, is unavailable. No data was lost. */
public final class Unavailable extends ServiceFailure {

  /** Creates the failure. The cause is logged and not shown to the caller. */
  public Unavailable(Throwable cause) {
    super("unavailable", "The service cannot answer at the moment. Try again shortly.", cause);
  }
}
