package io.calllog.domain.shared;

/** The object does not exist, or the actor may not see it; the cases cannot be told apart. */
public final class NotFound extends Failure {

  /** Creates the failure, given a noun in lower case, such as {@code client}. */
  public NotFound(String what) {
    super("not-found", "There is no such " + what + ".");
  }
}
