package io.calllog.domain.shared;

/**
 * An expected failure: the rules of the domain do not allow what was asked. The family is sealed,
 * so the compiler checks that each member is mapped to an answer.
 *
 * <p>It carries no stack trace, because it is an answer and not a defect. Its message may be shown
 * to the caller.
 */
public abstract sealed class Failure extends RuntimeException
    permits Conflict, InvalidInput, NotFound, NotPermitted {

  private final String code;

  @SuppressWarnings("NullAway") // RuntimeException takes a null cause; the JDK is not annotated
  Failure(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** A stable name in kebab-case that clients can branch on, such as {@code email-taken}. */
  public final String code() {
    return code;
  }

  /** A description of the failure that may be shown to the caller. */
  public final String detail() {
    return String.valueOf(getMessage());
  }
}
