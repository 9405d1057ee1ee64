package io.calllog.domain.shared;

/**
 * An expected failure: a rule of the domain does not allow the request. The family is sealed, so
 * the compiler checks that each member is mapped to a response. It has no stack trace, because it
 * is not a defect, and its message may be shown to the caller.
 */
public abstract sealed class Failure extends RuntimeException
    permits Conflict, InvalidInput, NotFound, NotPermitted {

  private final String code;

  @SuppressWarnings("NullAway") // RuntimeException takes a null cause; the JDK is not annotated
  Failure(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** Returns a stable code in kebab-case, such as {@code email-taken}. */
  public final String code() {
    return code;
  }

  /** Returns a description that may be shown to the caller. */
  public final String detail() {
    return String.valueOf(getMessage());
  }
}
