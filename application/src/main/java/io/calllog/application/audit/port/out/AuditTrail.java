package io.calllog.application.audit.port.out;

import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.SubjectType;
import io.calllog.domain.officer.OfficerId;
import java.time.Instant;
import java.util.UUID;

/**
 * What happened, written down for good: lines are added, and none is ever changed or taken away.
 * Only what a line tells about a person can be blanked. Demands a transaction of the caller's, so
 * that a line and what it tells of are both kept or neither is. Thread-safe.
 */
public interface AuditTrail {

  /** Adds a line. */
  void record(AuditEntry entry);

  /**
   * Takes out of all lines what they tell about an officer or a client: values of personal fields,
   * comments of calls they had, and addresses that the officer came from. Leaves a line that says
   * so.
   *
   * @param type {@link SubjectType#OFFICER} or {@link SubjectType#CLIENT}
   * @param person whose values go
   * @param actor who wants it
   */
  void blankPersonalValues(SubjectType type, UUID person, OfficerId actor, Instant now);
}
