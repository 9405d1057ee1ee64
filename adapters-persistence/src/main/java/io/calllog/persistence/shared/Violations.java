package io.calllog.persistence.shared;

import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;

/** Detects which constraint was violated. */
public final class Violations {

  private Violations() {}

  /**
   * Whether the constraint or unique index with this name was violated. Uses the field of the
   * driver's exception, because the language of the message depends on the server.
   */
  public static boolean violates(DataIntegrityViolationException violation, String constraint) {
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(violation);
    if (!(cause instanceof PSQLException refusal)) {
      return false;
    }
    ServerErrorMessage message = refusal.getServerErrorMessage();
    return message != null && constraint.equals(message.getConstraint());
  }
}
