package io.calllog.application.audit.port.in;

import io.calllog.domain.audit.AuditAction;
import io.calllog.domain.officer.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody was refused what they may not do; that they tried is kept. */
public interface RecordRefusal {

  /** Adds it to the audit trail, in a transaction of its own. */
  void record(Command command);

  /**
   * What was refused.
   *
   * @param actor who tried
   * @param action what they tried
   * @param subject to which thing; null when there is none yet, or only one
   */
  record Command(Actor actor, AuditAction action, @Nullable UUID subject) {}
}
