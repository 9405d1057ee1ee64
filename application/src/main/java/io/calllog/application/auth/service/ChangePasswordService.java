package io.calllog.application.auth.service;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.AuditOutcome;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.auth.port.in.ChangePassword;
import io.calllog.application.auth.port.out.SessionRepository;
import io.calllog.application.auth.port.out.SignInThrottle;
import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.application.officer.port.out.PasswordHasher;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.SessionId;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.Unauthenticated;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.PasswordHash;
import io.calllog.domain.shared.Conflict;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

@UseCase(TxMode.NONE)
final class ChangePasswordService implements ChangePassword {

  private final OfficerRepository officers;
  private final SessionRepository sessions;
  private final PasswordHasher hasher;
  private final ThrottledPasswordCheck passwordCheck;
  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  ChangePasswordService(
      OfficerRepository officers,
      SessionRepository sessions,
      PasswordHasher hasher,
      SignInThrottle throttle,
      AuditTrail trail,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.officers = officers;
    this.sessions = sessions;
    this.hasher = hasher;
    this.passwordCheck = new ThrottledPasswordCheck(throttle);
    this.trail = trail;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public void change(Command command) {
    Officer officer =
        officers
            .find(command.caller().actor().requireOfficer())
            .orElseThrow(Unauthenticated::noValidToken);
    passwordCheck.run(
        officer.details().email().key(),
        command.caller().origin(),
        () -> requireMatching(command, officer));
    command
        .next()
        .requireDifferentFrom(officer.details().name(), officer.details().email(), "newPassword");
    PasswordHash hash = hasher.hash(command.next());
    unitOfWork.write(() -> change(officer, hash, command));
  }

  /** Uses the throttle of the sign-in, because the same password could be guessed here. */
  private boolean requireMatching(Command command, Officer officer) {
    if (hasher.matches(command.current(), officer.passwordHash())) {
      return true;
    }
    unitOfWork.write(() -> {
      trail.record(entry(command.caller(), officer, AuditOutcome.FAILED));
      return false;
    });
    throw Unauthenticated.badPassword();
  }

  private AuditEntry entry(Caller caller, Officer officer, AuditOutcome outcome) {
    return new AuditEntry(
        clock.instant(),
        caller.actor().id(),
        caller.origin(),
        AuditAction.PASSWORD_CHANGED,
        Subject.of(officer),
        outcome,
        List.of());
  }

  private Officer change(Officer checked, PasswordHash hash, Command command) {
    Officer officer =
        officers
            .findForUpdate(checked.id())
            .filter(o -> o.tokenVersion() == checked.tokenVersion())
            .orElseThrow(Conflict::lostRace);
    Instant now = clock.instant();
    SessionId own = Objects.requireNonNull(command.caller().session(), "only requests change it");
    sessions.endOthers(officer.id(), own, now);
    trail.record(entry(command.caller(), officer, AuditOutcome.DONE));
    return officers.update(officer.withPassword(hash, now));
  }
}
