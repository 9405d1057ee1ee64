package io.calllog.application.shared;

import org.jspecify.annotations.Nullable;

/**
 * An expected failure that is not about the rules of the domain, such as an outage. The family is
 * sealed, so the compiler checks that each member is mapped to a response. It has no stack trace,
 * and its message may be shown to the caller. See {@link io.calllog.domain.shared.Failure}.
 */
public abstract sealed class ServiceFailure extends RuntimeException
    permits ClientMerged,
        NotKept,
        Overloaded,
        StartOver,
        TooManyRequests,
        TooSlow,
        Unauthenticated,
        Unavailable,
        VersionMismatch {

  private final String code;

  ServiceFailure(String code, String message) {
    this(code, message, null);
  }

  @SuppressWarnings("NullAway") // RuntimeException takes a null cause; the JDK is not annotated
  ServiceFailure(String code, String message, @Nullable Throwable cause) {
    super(message, cause, false, false);
    this.code = code;
  }

  /** Returns a stable code in kebab-case, such as {@code too-many-requests}. */
  public final String code() {
    return code;
  }

  /** Returns a description that may be shown to the caller. */
  public final String detail() {
    return String.valueOf(getMessage());
  }
}
