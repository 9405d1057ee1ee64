package io.calllog.domain.shared;

/**
 * An expected refusal: what the core answers instead of a result when the request, not the program,
 * is at fault, or when something it needs is away or overloaded. The family is sealed so that the
 * one place that turns failures into answers is checked for completeness by the compiler.
 *
 * <p>Carries no stack trace: a refusal is an answer, not a defect. Its message may be shown to the
 * caller.
 */
public abstract sealed class Failure extends RuntimeException
    permits Conflict,
        InvalidInput,
        NotFound,
        NotPermitted,
        Overloaded,
        TooManyRequests,
        Unauthenticated,
        Unavailable,
        VersionMismatch {

  private final String code;

  Failure(String code, String message) {
    this(code, message, null);
  }

  @SuppressWarnings("NullAway") // RuntimeException takes a null cause; the JDK is not annotated
  Failure(String code, String message, @org.jspecify.annotations.Nullable Throwable cause) {
    super(message, cause, false, false);
    this.code = code;
  }

  /** A stable name in kebab-case that clients may branch on, such as {@code email-taken}. */
  public final String code() {
    return code;
  }

  /** What went wrong, in words that may be shown to the caller. */
  public final String detail() {
    return String.valueOf(getMessage());
  }
}
