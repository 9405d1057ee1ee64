package io.calllog.application.officer.service;

import static io.calllog.application.audit.AuditAction.OFFICER_DELETED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.officer.port.in.RemoveOfficer;
import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.application.officer.port.out.OfficerSessions;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.officer.Officer;
import java.time.Instant;
import java.time.InstantSource;

@UseCase(TxMode.WRITE)
final class RemoveOfficerService implements RemoveOfficer {

  private final OfficerRepository officers;
  private final OfficerSessions sessions;
  private final AuditTrail trail;
  private final InstantSource clock;

  RemoveOfficerService(
      OfficerRepository officers, OfficerSessions sessions, AuditTrail trail, InstantSource clock) {
    this.officers = officers;
    this.sessions = sessions;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public void remove(Command command) {
    Officer officer =
        VisibleOfficer.require(officers.findForUpdate(command.id()), command.caller().actor());
    command.caller().actor().requireAdmin();
    command.expected().require(officer.version());
    if (officer.details().isActiveAdmin()) {
      LastAdmin.requireAnother(officers);
    }
    Instant now = clock.instant();
    sessions.endAll(officer.id(), now);
    officers.remove(officer, now);
    trail.record(done(now, command.caller(), OFFICER_DELETED, Subject.of(officer)));
  }
}
