package io.calllog.application.auth.service;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.AuditOutcome;
import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.auth.port.in.Register;
import io.calllog.application.auth.port.in.RegistrationMode;
import io.calllog.application.auth.port.out.AccessTokens;
import io.calllog.application.auth.port.out.SessionRepository;
import io.calllog.application.auth.port.out.SignInThrottle;
import io.calllog.application.auth.session.TokenLifetimes;
import io.calllog.application.auth.view.Registration;
import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.application.officer.port.out.PasswordHasher;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.application.shared.port.out.RandomSecrets;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.PasswordHash;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.NotPermitted;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

@UseCase(TxMode.NONE)
final class RegisterService implements Register {

  private final OfficerRepository officers;
  private final PasswordHasher hasher;
  private final SessionStarter sessions;
  private final SignInThrottle throttle;
  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;
  private final IdSource ids;
  private final InstantSource clock;
  private final RegistrationMode mode;

  RegisterService(
      OfficerRepository officers,
      PasswordHasher hasher,
      SessionRepository sessions,
      AccessTokens tokens,
      RandomSecrets secrets,
      SignInThrottle throttle,
      AuditTrail trail,
      UnitOfWork unitOfWork,
      IdSource ids,
      InstantSource clock,
      TokenLifetimes lifetimes,
      RegistrationMode mode) {
    this.officers = officers;
    this.hasher = hasher;
    this.sessions = new SessionStarter(sessions, tokens, secrets, ids, lifetimes);
    this.throttle = throttle;
    this.trail = trail;
    this.unitOfWork = unitOfWork;
    this.ids = ids;
    this.clock = clock;
    this.mode = mode;
  }

  @Override
  public Registration register(Command command) {
    requireOpen();
    command.password().requireDifferentFrom(command.name(), command.email());
    throttle.countRegistration(NetworkPrefix.of(command.origin()));
    Officer officer = newOfficer(command, hasher.hash(command.password()));
    return unitOfWork.write(() -> {
      officers.add(officer);
      trail.record(
          new AuditEntry(
              officer.createdAt(),
              ActorId.of(officer.id()),
              command.origin(),
              AuditAction.OFFICER_REGISTERED,
              Subject.of(officer),
              AuditOutcome.DONE,
              FieldChanges.between(null, officer.details())));
      boolean usable = officer.details().status().maySignIn();
      return new Registration(
          OfficerView.of(officer),
          usable ? sessions.start(officer, command.origin(), officer.createdAt()) : null);
    });
  }

  private void requireOpen() {
    if (mode == RegistrationMode.CLOSED) {
      throw new NotPermitted(
          "registration-closed", "Registration is closed. Ask an administrator for an account.");
    }
  }

  private Officer newOfficer(Command command, PasswordHash hash) {
    Instant now = clock.instant();
    var details =
        new OfficerDetails(
            command.name(),
            command.email(),
            command.phone(),
            RegionPath.UNASSIGNED,
            List.of(),
            Role.OFFICER,
            mode == RegistrationMode.OPEN ? OfficerStatus.ACTIVE : OfficerStatus.INACTIVE);
    return Officer.create(new OfficerId(ids.next(now)), details, hash, now);
  }
}
