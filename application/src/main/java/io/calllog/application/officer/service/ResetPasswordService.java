package io.calllog.application.officer.service;

import static io.calllog.application.audit.AuditAction.PASSWORD_RESET;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.officer.port.in.ResetPassword;
import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.application.officer.port.out.OfficerSessions;
import io.calllog.application.officer.port.out.PasswordHasher;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.PasswordHash;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

@UseCase(TxMode.NONE)
final class ResetPasswordService implements ResetPassword {

  private final OfficerRepository officers;
  private final OfficerSessions sessions;
  private final PasswordHasher hasher;
  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  ResetPasswordService(
      OfficerRepository officers,
      OfficerSessions sessions,
      PasswordHasher hasher,
      AuditTrail trail,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.officers = officers;
    this.sessions = sessions;
    this.hasher = hasher;
    this.trail = trail;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public void reset(Command command) {
    resettable(officers.find(command.id()), command); // fails early, before the slow hashing
    PasswordHash hash = hasher.hash(command.password());
    unitOfWork.write(() -> {
      Officer officer = resettable(officers.findForUpdate(command.id()), command);
      Instant now = clock.instant();
      sessions.endAll(officer.id(), now);
      trail.record(done(now, command.caller(), PASSWORD_RESET, Subject.of(officer)));
      return officers.update(officer.withPassword(hash, now));
    });
  }

  private static Officer resettable(Optional<Officer> found, Command command) {
    Officer officer = VisibleOfficer.require(found, command.caller().actor());
    officer.requirePasswordResettableBy(command.caller().actor());
    command.expected().require(officer.version());
    command
        .password()
        .requireDifferentFrom(officer.details().name(), officer.details().email(), "newPassword");
    return officer;
  }
}
