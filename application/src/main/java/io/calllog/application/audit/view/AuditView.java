package io.calllog.application.audit.view;

import io.calllog.application.audit.ActorKind;
import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditOutcome;
import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.SubjectType;
import io.calllog.domain.officer.ActorId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail. The address and personal values of erased persons are null.
 *
 * @param actorId null if nobody was signed in, as are kind and name
 * @param actorName the current name
 */
public record AuditView(
    UUID id,
    Instant at,
    @Nullable ActorId actorId,
    @Nullable ActorKind actorKind,
    @Nullable String actorName,
    @Nullable String address,
    AuditAction action,
    @Nullable SubjectType subjectType,
    @Nullable UUID subjectId,
    AuditOutcome outcome,
    List<FieldChange> changes) {

  public AuditView {
    changes = List.copyOf(changes);
  }
}
