package io.calllog.application.audit.view;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditOutcome;
import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.SubjectType;
import io.calllog.domain.officer.OfficerId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail. Of somebody who was erased, address and personal values are null.
 *
 * @param id which line
 * @param at when it happened
 * @param actorId who did it; null when nobody was signed in for it
 * @param address the network address they did it from
 * @param action what they did, or tried to
 * @param subjectType what kind of thing they did it to
 * @param subjectId which one
 * @param outcome what became of it
 * @param changes which fields got another value
 */
public record AuditView(
    UUID id,
    Instant at,
    @Nullable OfficerId actorId,
    @Nullable String address,
    AuditAction action,
    @Nullable SubjectType subjectType,
    @Nullable UUID subjectId,
    AuditOutcome outcome,
    List<FieldChange> changes) {

  /** Copies the changes. */
  public AuditView {
    changes = List.copyOf(changes);
  }
}
