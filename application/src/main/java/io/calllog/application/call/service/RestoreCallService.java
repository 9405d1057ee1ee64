package io.calllog.application.call.service;

import static io.calllog.application.audit.AuditAction.CALL_RESTORED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.call.port.in.RestoreCall;
import io.calllog.application.call.port.out.CallRepository;
import io.calllog.application.call.port.out.CallViews;
import io.calllog.application.call.view.CallView;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.call.Call;
import io.calllog.domain.officer.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

@UseCase(TxMode.WRITE)
final class RestoreCallService implements RestoreCall {

  private final CallRepository calls;
  private final CallViews views;
  private final AuditTrail trail;
  private final InstantSource clock;

  RestoreCallService(CallRepository calls, CallViews views, AuditTrail trail, InstantSource clock) {
    this.calls = calls;
    this.views = views;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public CallView restore(Command command) {
    Actor actor = command.caller().actor();
    // First, so that the second of two requests at the same time finds the restored call below.
    Optional<Call> deleted =
        calls
            .findDeletedForUpdate(command.id())
            .filter(call -> actor.seesCalls().covers(call.region(), call.officerId()));
    if (deleted.isPresent()) {
      Call call = deleted.get();
      Instant now = clock.instant();
      calls.restore(call, now);
      trail.record(done(now, command.caller(), CALL_RESTORED, Subject.of(call, call)));
    } else {
      VisibleCall.lock(calls, command.id(), views, actor).requireChangeableBy(actor);
    }
    return VisibleCall.view(views, command.id(), actor);
  }
}
