package io.calllog.application.audit;

import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Origin;
import io.calllog.domain.officer.ActorId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A new entry of the audit trail.
 *
 * @param actor null if nobody was signed in
 * @param origin the source of the request; only its address is stored
 */
public record AuditEntry(
    Instant at,
    @Nullable ActorId actor,
    Origin origin,
    AuditAction action,
    @Nullable Subject subject,
    AuditOutcome outcome,
    List<FieldChange> changes) {

  public AuditEntry {
    changes = List.copyOf(changes);
  }

  /** An action that a caller completed, without changes of fields. */
  public static AuditEntry done(Instant at, Caller caller, AuditAction action, Subject subject) {
    return done(at, caller, action, subject, List.of());
  }

  /** An action that a caller completed. */
  public static AuditEntry done(
      Instant at, Caller caller, AuditAction action, Subject subject, List<FieldChange> changes) {
    return new AuditEntry(
        at, caller.actor().id(), caller.origin(), action, subject, AuditOutcome.DONE, changes);
  }

  /** An action that the caller was not permitted to do. */
  public static AuditEntry refused(Instant at, Caller caller, AuditAction action, Subject subject) {
    return new AuditEntry(
        at, caller.actor().id(), caller.origin(), action, subject, AuditOutcome.REFUSED, List.of());
  }

  /** An action of the system itself, at start-up or by a command of the operator. */
  public static AuditEntry bySystem(
      Instant at, AuditAction action, Subject subject, List<FieldChange> changes) {
    return new AuditEntry(at, null, Origin.INTERNAL, action, subject, AuditOutcome.DONE, changes);
  }
}
