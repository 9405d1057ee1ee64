package io.calllog.domain.shared;

/** The actor may see the object, but may not perform the action. */
public final class NotPermitted extends Failure {

  /** Creates the failure with the code {@code not-permitted}. */
  public NotPermitted(String message) {
    this("not-permitted", message);
  }

  /** Creates the failure with its own code. */
  public NotPermitted(String code, String message) {
    super(code, message);
  }
}
