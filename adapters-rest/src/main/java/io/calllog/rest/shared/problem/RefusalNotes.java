package io.calllog.rest.shared.problem;

import io.calllog.application.audit.port.in.RecordRefusal;
import io.calllog.application.shared.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/**
 * Has it noted who was refused what by their role. A stranger has none: that nobody may register
 * here is no refusal of somebody.
 */
@Component
class RefusalNotes {

  private static final Logger LOG = LoggerFactory.getLogger(RefusalNotes.class);

  private final RecordRefusal record;

  RefusalNotes(RecordRefusal record) {
    this.record = record;
  }

  /** Notes it; if that fails, the refusal stands all the same. */
  void add(@Nullable Caller caller, HandlerMethod operation, @Nullable UUID id) {
    Attempts attempt = operation.getMethodAnnotation(Attempts.class);
    if (caller == null || attempt == null) {
      return;
    }
    try {
      record.record(new RecordRefusal.Command(caller, attempt.value(), id));
    } catch (RuntimeException e) {
      LOG.error(
          "The audit trail misses that {} was refused {}", caller.actor().id(), attempt.value(), e);
    }
  }
}
