package io.calllog.application.analytics.service;

import io.calllog.application.analytics.port.in.ChangeReportingZone;
import io.calllog.application.analytics.port.out.CallRollUp;
import io.calllog.application.analytics.view.CountedDay;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.analytics.ReportingZone;
import java.time.LocalDate;
import java.util.List;

@UseCase(TxMode.WRITE)
final class ChangeReportingZoneService implements ChangeReportingZone {

  private final CallRollUp rollUp;

  ChangeReportingZoneService(CallRollUp rollUp) {
    this.rollUp = rollUp;
  }

  @Override
  public ReportingZone current() {
    return rollUp.timeZone();
  }

  @Override
  public long change(Command command) {
    List<LocalDate> days = rollUp.changeTimeZone(command.zone());
    long done = 0;
    for (LocalDate day : days) {
      rollUp.count(day);
      command.progress().accept(new CountedDay(day, ++done, days.size()));
    }
    return done;
  }
}
