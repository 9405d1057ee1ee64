package io.calllog.application.audit.view;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditOutcome;
import io.calllog.application.audit.SubjectType;
import io.calllog.domain.call.CallId;
import io.calllog.domain.officer.OfficerId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A filter for the audit trail. Null means no restriction; {@code to} is exclusive. */
public record AuditFilter(
    @Nullable OfficerId actor,
    @Nullable SubjectType subjectType,
    @Nullable UUID subject,
    @Nullable AuditAction action,
    @Nullable AuditOutcome outcome,
    @Nullable Instant from,
    @Nullable Instant to) {

  /** Matches every entry. */
  public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null, null);

  /** Matches the completed changes of a call. */
  public static AuditFilter revisionsOf(CallId call) {
    return new AuditFilter(
        null, SubjectType.CALL, call.value(), null, AuditOutcome.DONE, null, null);
  }
}
