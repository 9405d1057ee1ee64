package io.calllog.application.call.service;

import static io.calllog.application.audit.AuditAction.CALL_DELETED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.call.port.in.RemoveCall;
import io.calllog.application.call.port.out.CallRepository;
import io.calllog.application.call.port.out.CallViews;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.call.Call;
import java.time.Instant;
import java.time.InstantSource;

@UseCase(TxMode.WRITE)
final class RemoveCallService implements RemoveCall {

  private final CallRepository calls;
  private final CallViews views;
  private final AuditTrail trail;
  private final InstantSource clock;

  RemoveCallService(CallRepository calls, CallViews views, AuditTrail trail, InstantSource clock) {
    this.calls = calls;
    this.views = views;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public void remove(Command command) {
    Call call = VisibleCall.lock(calls, command.id(), views, command.caller().actor());
    call.requireChangeableBy(command.caller().actor());
    command.expected().require(call.version());
    Instant now = clock.instant();
    calls.remove(call, now);
    trail.record(done(now, command.caller(), CALL_DELETED, Subject.of(call, call)));
  }
}
