package io.calllog.application.audit.port.in;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.shared.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records a refused action in the audit trail. */
public interface RecordRefusal {

  /** Adds the entry in its own transaction. */
  void record(Command command);

  /** The parameters; {@code subject} is null if there is no object yet, or only one. */
  record Command(Caller caller, AuditAction action, @Nullable UUID subject) {}
}
