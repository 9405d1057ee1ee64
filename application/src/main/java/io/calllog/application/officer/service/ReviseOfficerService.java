package io.calllog.application.officer.service;

import io.calllog.application.officer.port.in.ReviseOfficer;
import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.application.officer.port.out.SessionRepository;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.officer.Officer;
import java.time.InstantSource;

@UseCase(TxMode.WRITE)
final class ReviseOfficerService implements ReviseOfficer {

  private final OfficerRepository officers;
  private final SessionRepository sessions;
  private final InstantSource clock;

  ReviseOfficerService(
      OfficerRepository officers, SessionRepository sessions, InstantSource clock) {
    this.officers = officers;
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public OfficerView revise(Command command) {
    Officer officer = VisibleOfficer.of(officers.findForUpdate(command.id()), command.actor());
    Officer revised = officer.revise(command.changes(), command.actor(), clock.instant());
    command.precondition().require(officer.version());
    if (officer.details().isActiveAdmin() && !revised.details().isActiveAdmin()) {
      LastAdmin.requireAnother(officers);
    }
    if (!revised.details().status().maySignIn()) {
      sessions.endAll(officer.id(), null, clock.instant());
    }
    return OfficerView.of(revised.equals(officer) ? officer : officers.update(revised));
  }
}
