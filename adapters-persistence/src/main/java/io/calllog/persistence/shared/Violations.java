package io.calllog.persistence.shared;

import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;

/** Tells which constraint was violated. */
public final class Violations {

  private Violations() {}

  /**
   * Whether it was the constraint, or unique index, of this name. The driver tells the name apart
   * from the message, whose wording depends on the server's language.
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
