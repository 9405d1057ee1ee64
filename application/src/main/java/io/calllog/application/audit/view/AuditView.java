package io.calllog.application.audit.view;

import io.calllog.application.audit.ActorKind;
import io.calllog.application.audit.AuditOutcome;
import io.calllog.application.audit.FieldChange;
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
 * @param action an {@link io.calllog.application.audit.AuditAction}, or one of a later release
 * @param subjectType a {@link io.calllog.application.audit.SubjectType}, or one of a later release
 */
public record AuditView(
    UUID id,
    Instant at,
    @Nullable ActorId actorId,
    @Nullable ActorKind actorKind,
    @Nullable String actorName,
    @Nullable String address,
    String action,
    @Nullable String subjectType,
    @Nullable UUID subjectId,
    AuditOutcome outcome,
    List<FieldChange> changes) {

  public AuditView {
    changes = List.copyOf(changes);
  }
}
