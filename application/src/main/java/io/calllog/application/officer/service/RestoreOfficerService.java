package io.calllog.application.officer.service;

import static io.calllog.application.audit.AuditAction.OFFICER_RESTORED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.officer.port.in.RestoreOfficer;
import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.Officer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

@UseCase(TxMode.WRITE)
final class RestoreOfficerService implements RestoreOfficer {

  private final OfficerRepository officers;
  private final AuditTrail trail;
  private final InstantSource clock;

  RestoreOfficerService(OfficerRepository officers, AuditTrail trail, InstantSource clock) {
    this.officers = officers;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public OfficerView restore(Command command) {
    Actor actor = command.caller().actor();
    // First, so that the second of two requests at the same time finds the restored officer below.
    Optional<Officer> deleted =
        officers.findDeletedForUpdate(command.id()).filter(_ -> actor.isAdmin());
    if (deleted.isEmpty()) {
      Officer living = VisibleOfficer.require(officers.findForUpdate(command.id()), actor);
      actor.requireAdmin();
      return OfficerView.of(living);
    }
    Officer officer = deleted.get();
    officer.requireNotErased();
    Instant now = clock.instant();
    Officer restored = officers.restore(officer, now);
    trail.record(done(now, command.caller(), OFFICER_RESTORED, Subject.of(officer)));
    return OfficerView.of(restored);
  }
}
