package io.calllog.application.analytics.service;

import static io.calllog.application.audit.AuditAction.FIGURES_REBUILT;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.analytics.port.in.RebuildFigures;
import io.calllog.application.analytics.port.out.CallRollUp;
import io.calllog.application.analytics.view.Difference;
import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.SubjectType;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.UnitOfWork;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;

/** Uses one transaction a day, so that logging a call waits for one day at most. */
@UseCase(TxMode.NONE)
final class RebuildFiguresService implements RebuildFigures {

  private final CallRollUp rollUp;
  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  RebuildFiguresService(
      CallRollUp rollUp, AuditTrail trail, UnitOfWork unitOfWork, InstantSource clock) {
    this.rollUp = rollUp;
    this.trail = trail;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public List<Difference> rebuild(Command command) {
    command.caller().actor().requireAdmin();
    return command
        .range()
        .days()
        .flatMap(day -> unitOfWork.write(() -> rebuild(command.caller(), day)).stream())
        .toList();
  }

  private List<Difference> rebuild(Caller caller, LocalDate day) {
    List<Difference> differences = rollUp.rebuild(day);
    if (!differences.isEmpty()) {
      var changes =
          List.of(
              FieldChange.of("day", null, day),
              FieldChange.of("differences", differences.size(), 0));
      trail.record(
          done(
              clock.instant(),
              caller,
              FIGURES_REBUILT,
              Subject.singleton(SubjectType.FIGURES),
              changes));
    }
    return differences;
  }
}
