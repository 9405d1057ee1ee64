package io.calllog.application.auth.service;

import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.auth.port.in.SignIn;
import io.calllog.application.auth.port.out.AccessTokens;
import io.calllog.application.auth.view.SignedIn;
import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.application.officer.port.out.PasswordHasher;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.audit.AuditAction;
import io.calllog.domain.audit.AuditEntry;
import io.calllog.domain.audit.AuditOutcome;
import io.calllog.domain.audit.FieldChanges;
import io.calllog.domain.audit.Subject;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.PasswordHash;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Unauthenticated;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

@UseCase(TxMode.NONE)
final class SignInService implements SignIn {

  private final OfficerRepository officers;
  private final PasswordHasher hasher;
  private final AccessTokens tokens;
  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  SignInService(
      OfficerRepository officers,
      PasswordHasher hasher,
      AccessTokens tokens,
      AuditTrail trail,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.officers = officers;
    this.hasher = hasher;
    this.tokens = tokens;
    this.trail = trail;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public SignedIn signIn(Command command) {
    Optional<Officer> account = accountOf(command.email());
    PasswordHash hash = account.map(Officer::passwordHash).orElseGet(hasher::decoy);
    boolean matches = hasher.matches(command.password(), hash);
    Optional<Officer> signedIn =
        account.filter(officer -> matches && officer.details().status().maySignIn());
    AuditEntry entry =
        signedIn
            .map(officer -> success(officer, command))
            .orElseGet(() -> failure(account, command));
    unitOfWork.write(() -> {
      trail.record(entry);
      return entry;
    });
    return signedIn
        .map(o -> new SignedIn(OfficerView.of(o), tokens.issue(o, clock.instant())))
        .orElseThrow(Unauthenticated::badCredentials);
  }

  private AuditEntry success(Officer officer, Command command) {
    return new AuditEntry(
        clock.instant(),
        officer.id(),
        command.origin(),
        AuditAction.SIGNED_IN,
        Subject.of(officer),
        AuditOutcome.DONE,
        List.of());
  }

  /** Nobody showed to be the actor, not even when there is an account. */
  private AuditEntry failure(Optional<Officer> account, Command command) {
    return new AuditEntry(
        clock.instant(),
        null,
        command.origin(),
        AuditAction.SIGNED_IN,
        account.map(Subject::of).orElse(null),
        AuditOutcome.FAILED,
        account.isPresent() ? List.of() : List.of(FieldChanges.emailHash(command.email())));
  }

  private Optional<Officer> accountOf(String email) {
    try {
      return officers.findByEmail(new EmailAddress(email));
    } catch (InvalidInput _) {
      return Optional.empty(); // no account has it, and the caller is told no more than that
    }
  }
}
