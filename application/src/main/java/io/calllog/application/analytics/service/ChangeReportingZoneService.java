package io.calllog.application.analytics.service;

import static io.calllog.application.audit.AuditAction.REPORTING_ZONE_CHANGED;
import static io.calllog.application.audit.AuditEntry.bySystem;

import io.calllog.application.analytics.port.in.ChangeReportingZone;
import io.calllog.application.analytics.port.out.CallRollUp;
import io.calllog.application.analytics.view.CountedDay;
import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.SubjectType;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.analytics.ReportingZone;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;

@UseCase(TxMode.WRITE)
final class ChangeReportingZoneService implements ChangeReportingZone {

  private final CallRollUp rollUp;
  private final AuditTrail trail;
  private final InstantSource clock;

  ChangeReportingZoneService(CallRollUp rollUp, AuditTrail trail, InstantSource clock) {
    this.rollUp = rollUp;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public String current() {
    return rollUp.timeZone();
  }

  @Override
  public boolean isKnown(ReportingZone zone) {
    return rollUp.isKnown(zone);
  }

  @Override
  public long change(Command command) {
    String former = rollUp.timeZone();
    List<LocalDate> days = rollUp.changeTimeZone(command.zone());
    long done = 0;
    for (LocalDate day : days) {
      rollUp.count(day);
      command.progress().accept(new CountedDay(day, ++done, days.size()));
    }
    var changes = List.of(FieldChange.of("timeZone", former, command.zone().toString()));
    trail.record(
        bySystem(
            clock.instant(),
            REPORTING_ZONE_CHANGED,
            Subject.singleton(SubjectType.FIGURES),
            changes));
    return done;
  }
}
