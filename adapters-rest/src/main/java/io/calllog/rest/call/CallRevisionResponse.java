package io.calllog.rest.call;

import io.calllog.application.audit.view.AuditView;
import io.calllog.rest.audit.FieldChangeResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record CallRevisionResponse(
    UUID id,
    Instant at,
    @Nullable UUID actorId,
    @Nullable String actorName,
    String action,
    List<FieldChangeResponse> changes) {

  static CallRevisionResponse from(AuditView view) {
    return new CallRevisionResponse(
        view.id(),
        view.at(),
        view.actorId() == null ? null : view.actorId().value(),
        view.actorName(),
        view.action(),
        FieldChangeResponse.from(view.changes()));
  }
}
