package io.calllog.application.call.service;

import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.audit.port.out.AuditViews;
import io.calllog.application.call.CallLogging;
import io.calllog.application.call.port.in.LogCall;
import io.calllog.application.call.port.in.LogCalls.Logged;
import io.calllog.application.call.port.in.LogCalls.Outcome;
import io.calllog.application.call.port.in.LogCalls.Refused;
import io.calllog.application.call.port.out.CallReferences;
import io.calllog.application.call.port.out.CallRepository;
import io.calllog.application.call.port.out.CallViews;
import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.followup.port.out.FollowUpRepository;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.application.shared.port.out.UnitOfWork;
import java.time.Duration;
import java.time.InstantSource;

/** Calls that arrive at the same time are logged in one transaction. */
@UseCase(TxMode.NONE)
final class LogCallService implements LogCall {

  /** While one transaction is committed, the next one is prepared. */
  private static final int TRANSACTIONS = 2;

  private static final Duration MAX_WAIT = Duration.ofMillis(900);

  private final Gatherer<Command, Outcome> gatherer;

  LogCallService(
      CallRepository calls,
      CallViews views,
      CallReferences references,
      ClientViews clients,
      FollowUpRepository followUps,
      AuditTrail trail,
      AuditViews audit,
      IdSource ids,
      InstantSource clock,
      UnitOfWork unitOfWork) {
    var logging =
        new CallLogging(calls, views, references, clients, followUps, trail, audit, ids, clock);
    this.gatherer =
        new Gatherer<>(
            TRANSACTIONS,
            MAX_WAIT,
            clock,
            commands -> unitOfWork.write(() -> logging.log(commands)));
  }

  @Override
  public Result log(Command command) {
    return switch (gatherer.submit(command)) {
      case Logged(Result result) -> result;
      case Refused refused -> throw refused.failure();
    };
  }
}
