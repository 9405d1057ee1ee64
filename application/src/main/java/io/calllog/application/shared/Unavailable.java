package io.calllog.application.shared;

/**
 * Something that the answer needs, such as the database, cannot be reached now; nothing was lost.
 */
public final class Unavailable extends ServiceFailure {

  /**
   * An outage of a dependency.
   *
   * @param cause what failed, for the log; never shown to the caller
   */
  public Unavailable(Throwable cause) {
    super("unavailable", "The service cannot answer at the moment. Try again shortly.", cause);
  }
}
