package io.calllog.application.analytics.service;

import io.calllog.application.analytics.port.in.RebuildFigures;
import io.calllog.application.analytics.port.out.CallRollUp;
import io.calllog.application.analytics.view.Difference;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.UnitOfWork;
import java.util.List;

/** A transaction for each day: whoever logs a call waits for one of them at most. */
@UseCase(TxMode.NONE)
final class RebuildFiguresService implements RebuildFigures {

  private final CallRollUp rollUp;
  private final UnitOfWork unitOfWork;

  RebuildFiguresService(CallRollUp rollUp, UnitOfWork unitOfWork) {
    this.rollUp = rollUp;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public List<Difference> rebuild(Command command) {
    command.actor().requireAdmin();
    return command
        .range()
        .days()
        .flatMap(day -> unitOfWork.write(() -> rollUp.rebuild(day)).stream())
        .toList();
  }
}
