package io.calllog.application.officer.service;

import static io.calllog.application.audit.AuditAction.OFFICER_ERASED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.Subject;
import io.calllog.application.audit.SubjectType;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.audit.port.out.PersonalDataEraser;
import io.calllog.application.officer.port.in.EraseOfficer;
import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.application.officer.port.out.OfficerSessions;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Deletes the officer in the first transaction; if interrupted, a repeated request erases the rest.
 */
@UseCase(TxMode.NONE)
final class EraseOfficerService implements EraseOfficer {

  private final OfficerRepository officers;
  private final OfficerSessions sessions;
  private final AuditTrail trail;
  private final PersonalDataEraser eraser;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  EraseOfficerService(
      OfficerRepository officers,
      OfficerSessions sessions,
      AuditTrail trail,
      PersonalDataEraser eraser,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.officers = officers;
    this.sessions = sessions;
    this.trail = trail;
    this.eraser = eraser;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public void erase(Command command) {
    Actor actor = command.caller().actor();
    Instant now = clock.instant();
    Officer officer = unitOfWork.write(() -> deleteAndErase(command, now));
    // Last, so that it also blanks the address in the entry of this erasure.
    eraser.eraseAll(unitOfWork, SubjectType.OFFICER, officer.id().value(), actor.id(), now);
  }

  private Officer deleteAndErase(Command command, Instant now) {
    Actor actor = command.caller().actor();
    Officer officer = find(command.id(), actor);
    Officer erased = officer.erase(actor, now);
    if (officer.details().isActiveAdmin() && officers.find(officer.id()).isPresent()) {
      LastAdmin.requireAnother(officers);
    }
    officers.erase(erased, now);
    sessions.deleteAll(officer.id());
    trail.record(done(now, command.caller(), OFFICER_ERASED, Subject.of(officer)));
    return officer;
  }

  /** Only administrators find deleted officers, because only they may erase them. */
  private Officer find(OfficerId id, Actor actor) {
    Optional<Officer> living = officers.findForUpdate(id);
    return VisibleOfficer.require(
        living.isEmpty() && actor.isAdmin() ? officers.findDeletedForUpdate(id) : living, actor);
  }
}
