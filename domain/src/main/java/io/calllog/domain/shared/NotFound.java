package io.calllog.domain.shared;

/** The thing does not exist, or the actor may not know that it does: the two look the same. */
public final class NotFound extends Failure {

  /**
   * What was not found.
   *
   * @param what a noun in lower case, such as {@code client}
   */
  public NotFound(String what) {
    super("not-found", "There is no such " + what + ".");
  }
}
