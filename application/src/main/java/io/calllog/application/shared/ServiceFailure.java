package io.calllog.application.shared;

import org.jspecify.annotations.Nullable;

/**
 * An expected failure that has nothing to do with the rules of the domain: the caller is not signed
 * in, sent too many requests or changed an outdated version, or a dependency is down. The family is
 * sealed, so the compiler checks that each member is mapped to an answer. See {@link
 * io.calllog.domain.shared.Failure} for the failures of the domain.
 *
 * <p>It carries no stack trace. Its message may be shown to the caller.
 */
public abstract sealed class ServiceFailure extends RuntimeException
    permits Overloaded, TooManyRequests, Unauthenticated, Unavailable, VersionMismatch {

  private final String code;

  ServiceFailure(String code, String message) {
    this(code, message, null);
  }

  @SuppressWarnings("NullAway") // RuntimeException takes a null cause; the JDK is not annotated
  ServiceFailure(String code, String message, @Nullable Throwable cause) {
    super(message, cause, false, false);
    this.code = code;
  }

  /** A stable name in kebab-case that clients can branch on, such as {@code too-many-requests}. */
  public final String code() {
    return code;
  }

  /** A description of the failure that may be shown to the caller. */
  public final String detail() {
    return String.valueOf(getMessage());
  }
}
