package io.calllog.domain.shared;

/** The actor may see the object, but may not perform the action. */
public final class NotPermitted extends Failure {

  /**
   * Creates the failure with the code {@code not-permitted}.
   *
   * @param message shown to the caller
   */
  public NotPermitted(String message) {
    this("not-permitted", message);
  }

  /**
   * Creates the failure with its own code.
   *
   * @param code kebab-case, see {@link Failure#code()}
   * @param message shown to the caller
   */
  public NotPermitted(String code, String message) {
    super(code, message);
  }
}
