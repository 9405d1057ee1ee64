package io.calllog.application.audit.port.in;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.shared.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody was refused what they may not do; that they tried is kept. */
public interface RecordRefusal {

  /** Adds it to the audit trail, in a transaction of its own. */
  void record(Command command);

  /**
   * What was refused.
   *
   * @param caller who tried
   * @param action what they tried
   * @param subject to which thing; null when there is none yet, or only one
   */
  record Command(Caller caller, AuditAction action, @Nullable UUID subject) {}
}
