package io.calllog.application.call.service;

import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.audit.port.out.AuditViews;
import io.calllog.application.call.CallLogging;
import io.calllog.application.call.port.in.LogCall;
import io.calllog.application.call.port.in.LogCalls;
import io.calllog.application.call.port.out.CallReferences;
import io.calllog.application.call.port.out.CallRepository;
import io.calllog.application.call.port.out.CallViews;
import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.followup.port.out.FollowUpRepository;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.IdSource;
import java.time.InstantSource;
import java.util.List;

@UseCase(TxMode.WRITE)
final class LogCallsService implements LogCalls {

  private final CallLogging logging;

  LogCallsService(
      CallRepository calls,
      CallViews views,
      CallReferences references,
      ClientViews clients,
      FollowUpRepository followUps,
      AuditTrail trail,
      AuditViews audit,
      IdSource ids,
      InstantSource clock) {
    this.logging =
        new CallLogging(calls, views, references, clients, followUps, trail, audit, ids, clock);
  }

  @Override
  public List<Outcome> log(List<LogCall.Command> commands) {
    return logging.log(commands);
  }
}
