package io.calllog.application.officer.service;

import static io.calllog.application.audit.AuditAction.OFFICER_CHANGED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.officer.port.in.ReviseOfficer;
import io.calllog.application.officer.port.out.OfficerCalls;
import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.application.officer.port.out.OfficerSessions;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.officer.Officer;
import java.time.Instant;
import java.time.InstantSource;

@UseCase(TxMode.WRITE)
final class ReviseOfficerService implements ReviseOfficer {

  private final OfficerRepository officers;
  private final OfficerSessions sessions;
  private final OfficerCalls calls;
  private final AuditTrail trail;
  private final InstantSource clock;

  ReviseOfficerService(
      OfficerRepository officers,
      OfficerSessions sessions,
      OfficerCalls calls,
      AuditTrail trail,
      InstantSource clock) {
    this.officers = officers;
    this.sessions = sessions;
    this.calls = calls;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public OfficerView revise(Command command) {
    Officer officer =
        VisibleOfficer.require(officers.findForUpdate(command.id()), command.caller().actor());
    Instant now = clock.instant();
    Officer revised = officer.revise(command.changes(), command.caller().actor(), now);
    command.expected().require(officer.version());
    revised.details().requireLeadsFitRole();
    if (officer.details().isActiveAdmin() && !revised.details().isActiveAdmin()) {
      LastAdmin.requireAnother(officers);
    }
    if (revised.equals(officer)) {
      return OfficerView.of(officer);
    }
    if (!revised.details().status().maySignIn()) {
      sessions.endAll(officer.id(), now);
    }
    var changes = FieldChanges.between(officer.details(), revised.details());
    trail.record(done(now, command.caller(), OFFICER_CHANGED, Subject.of(officer), changes));
    Officer updated = officers.update(revised);
    if (isPlacedFirst(officer, updated)) {
      calls.moveUnassigned(officer.id(), now);
    }
    return OfficerView.of(updated);
  }

  /** A new account is in no territory, so the calls of its first days belong to the first one. */
  private static boolean isPlacedFirst(Officer before, Officer after) {
    return !before.details().region().isTerritory() && after.details().region().isTerritory();
  }
}
