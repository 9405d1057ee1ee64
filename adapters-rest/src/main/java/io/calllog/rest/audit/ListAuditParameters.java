package io.calllog.rest.audit;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.SubjectType;
import io.calllog.application.audit.view.AuditFilter;
import io.calllog.domain.officer.ActorId;
import io.calllog.rest.shared.PageLimit;
import io.calllog.rest.shared.TimeBound;
import io.calllog.rest.shared.TimeRange;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record ListAuditParameters(
    Set<ActorId> actorId,
    Set<SubjectType> subjectType,
    @Nullable UUID subjectId,
    Set<AuditAction> action,
    @Nullable TimeBound from,
    @Nullable TimeBound to,
    @Nullable PageLimit limit,
    @Nullable String cursor,
    @Nullable Boolean count) {

  AuditFilter toFilter() {
    Instant start = TimeBound.valueOf(from);
    Instant end = TimeBound.valueOf(to);
    TimeRange.requireForward(start, end);
    return new AuditFilter(actorId, subjectType, subjectId, action, null, start, end);
  }
}
