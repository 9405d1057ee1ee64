package io.calllog.rest.audit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.SubjectType;
import io.calllog.application.audit.view.AuditFilter;
import io.calllog.domain.officer.ActorId;
import io.calllog.rest.shared.PageParameters;
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
    @JsonUnwrapped PageParameters page) {

  AuditFilter toFilter() {
    Instant start = TimeBound.valueOf(from);
    Instant end = TimeBound.valueOf(to);
    TimeRange.requireForward(start, end);
    return new AuditFilter(actorId, subjectType, subjectId, action, null, start, end);
  }
}
