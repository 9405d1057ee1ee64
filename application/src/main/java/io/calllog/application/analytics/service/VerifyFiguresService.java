package io.calllog.application.analytics.service;

import io.calllog.application.analytics.port.in.VerifyFigures;
import io.calllog.application.analytics.port.out.CallRollUp;
import io.calllog.application.analytics.view.Difference;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import java.util.List;

/** Compares each day in its own snapshot, so that no snapshot is held for long. */
@UseCase(TxMode.NONE)
final class VerifyFiguresService implements VerifyFigures {

  private final CallRollUp rollUp;

  VerifyFiguresService(CallRollUp rollUp) {
    this.rollUp = rollUp;
  }

  @Override
  public List<Difference> verify(Command command) {
    command.caller().actor().requireAdmin();
    return command.range().days().flatMap(day -> rollUp.differences(day).stream()).toList();
  }
}
