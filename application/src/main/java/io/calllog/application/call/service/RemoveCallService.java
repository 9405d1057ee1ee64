package io.calllog.application.call.service;

import io.calllog.application.call.port.in.RemoveCall;
import io.calllog.application.call.port.out.CallRepository;
import io.calllog.application.call.port.out.CallViews;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.call.Call;
import java.time.InstantSource;

@UseCase(TxMode.WRITE)
final class RemoveCallService implements RemoveCall {

  private final CallRepository calls;
  private final CallViews views;
  private final InstantSource clock;

  RemoveCallService(CallRepository calls, CallViews views, InstantSource clock) {
    this.calls = calls;
    this.views = views;
    this.clock = clock;
  }

  @Override
  public void remove(Command command) {
    Call call = VisibleCall.of(calls.findForUpdate(command.id()), views, command.actor());
    call.requireChangeableBy(command.actor());
    command.precondition().require(call.version());
    calls.remove(call, clock.instant());
  }
}
