package io.calllog.application.audit.view;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditOutcome;
import io.calllog.application.audit.SubjectType;
import io.calllog.application.shared.SortedCopy;
import io.calllog.domain.call.CallId;
import io.calllog.domain.officer.ActorId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A filter for the audit trail. An empty set or null means no restriction; {@code to} is exclusive.
 */
public record AuditFilter(
    Set<ActorId> actors,
    Set<SubjectType> subjectTypes,
    @Nullable UUID subject,
    Set<AuditAction> actions,
    @Nullable AuditOutcome outcome,
    @Nullable Instant from,
    @Nullable Instant to) {

  /** Matches every entry. */
  public static final AuditFilter ALL =
      new AuditFilter(Set.of(), Set.of(), null, Set.of(), null, null, null);

  /** Copies the sets, sorted, so that equal filters are the same text. */
  public AuditFilter {
    actors = SortedCopy.of(actors);
    subjectTypes = SortedCopy.of(subjectTypes);
    actions = SortedCopy.of(actions);
  }

  /** Matches the completed changes of a call. */
  public static AuditFilter revisionsOf(CallId call) {
    return new AuditFilter(
        Set.of(), Set.of(SubjectType.CALL), call.value(), Set.of(), AuditOutcome.DONE, null, null);
  }
}
