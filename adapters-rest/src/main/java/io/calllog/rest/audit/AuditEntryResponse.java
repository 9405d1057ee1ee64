package io.calllog.rest.audit;

import io.calllog.application.audit.ActorKind;
import io.calllog.application.audit.AuditOutcome;
import io.calllog.application.audit.view.AuditView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record AuditEntryResponse(
    UUID id,
    Instant at,
    @Nullable UUID actorId,
    @Nullable ActorKind actorKind,
    @Nullable String actorName,
    @Nullable String address,
    String action,
    @Nullable String subjectType,
    @Nullable UUID subjectId,
    AuditOutcome outcome,
    List<FieldChangeResponse> changes) {

  static AuditEntryResponse from(AuditView view) {
    return new AuditEntryResponse(
        view.id(),
        view.at(),
        view.actorId() == null ? null : view.actorId().value(),
        view.actorKind(),
        view.actorName(),
        view.address(),
        view.action(),
        view.subjectType(),
        view.subjectId(),
        view.outcome(),
        FieldChangeResponse.from(view.changes()));
  }
}
