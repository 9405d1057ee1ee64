package io.calllog.domain.shared;

/** The actor may know of the thing, but not do this to it. */
public final class NotPermitted extends Failure {

  /**
   * A refusal by role or region.
   *
   * @param message what is not permitted, shown to the caller
   */
  public NotPermitted(String message) {
    this("not-permitted", message);
  }

  /**
   * A refusal with a code of its own.
   *
   * @param code kebab-case, see {@link Failure#code()}
   * @param message what is not permitted, shown to the caller
   */
  public NotPermitted(String code, String message) {
    super(code, message);
  }
}
