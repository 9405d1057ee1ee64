package io.calllog.application.audit.view;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditOutcome;
import io.calllog.application.audit.SubjectType;
import io.calllog.domain.call.CallId;
import io.calllog.domain.officer.OfficerId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the trail is narrowed to; null stands for no limit.
 *
 * @param actor done by this officer
 * @param subjectType done to a thing of this kind
 * @param subject done to this thing
 * @param action this was done
 * @param outcome this became of it
 * @param from at this time or later
 * @param to before this time
 */
public record AuditFilter(
    @Nullable OfficerId actor,
    @Nullable SubjectType subjectType,
    @Nullable UUID subject,
    @Nullable AuditAction action,
    @Nullable AuditOutcome outcome,
    @Nullable Instant from,
    @Nullable Instant to) {

  /** Passes everything. */
  public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null, null);

  /** What was done to a call, not what somebody only tried. */
  public static AuditFilter revisionsOf(CallId call) {
    return new AuditFilter(
        null, SubjectType.CALL, call.value(), null, AuditOutcome.DONE, null, null);
  }
}
