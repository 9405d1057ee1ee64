package io.calllog.application.officer.service;

import io.calllog.application.officer.port.in.CreateOfficer;
import io.calllog.application.officer.port.in.RemoveOfficer;
import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.officer.Officer;
import java.time.InstantSource;

@UseCase(TxMode.WRITE)
final class RemoveOfficerService implements RemoveOfficer {

  private final OfficerRepository officers;
  private final InstantSource clock;

  RemoveOfficerService(OfficerRepository officers, InstantSource clock) {
    this.officers = officers;
    this.clock = clock;
  }

  @Override
  public void remove(Command command) {
    Officer officer = VisibleOfficer.of(officers.findForUpdate(command.id()), command.actor());
    CreateOfficer.requirePermitted(command.actor());
    command.precondition().require(officer.version());
    if (officer.details().isActiveAdmin()) {
      LastAdmin.requireAnother(officers);
    }
    officers.remove(officer, clock.instant());
  }
}
