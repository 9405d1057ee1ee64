package io.calllog.application.audit;

import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Origin;
import io.calllog.domain.officer.OfficerId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail, before it is written down.
 *
 * @param at when it happened
 * @param actor who did it; null when nobody was signed in for it
 * @param origin where they did it from; of it, the address is kept
 * @param action what they did, or tried to
 * @param subject what they did it to; null when that is nothing we know
 * @param outcome what became of it
 * @param changes which fields have another value now
 */
public record AuditEntry(
    Instant at,
    @Nullable OfficerId actor,
    Origin origin,
    AuditAction action,
    @Nullable Subject subject,
    AuditOutcome outcome,
    List<FieldChange> changes) {

  /** Copies the changes. */
  public AuditEntry {
    changes = List.copyOf(changes);
  }

  /** Something that an actor did. */
  public static AuditEntry done(
      Instant at, Caller caller, AuditAction action, Subject subject, List<FieldChange> changes) {
    return new AuditEntry(
        at, caller.actor().id(), caller.origin(), action, subject, AuditOutcome.DONE, changes);
  }

  /** Something that an actor may not do. */
  public static AuditEntry refused(Instant at, Caller caller, AuditAction action, Subject subject) {
    return new AuditEntry(
        at, caller.actor().id(), caller.origin(), action, subject, AuditOutcome.REFUSED, List.of());
  }

  /** Something that the system did, at its start or by order of its operator. */
  public static AuditEntry bySystem(
      Instant at, AuditAction action, Subject subject, List<FieldChange> changes) {
    return new AuditEntry(at, null, Origin.INTERNAL, action, subject, AuditOutcome.DONE, changes);
  }
}
