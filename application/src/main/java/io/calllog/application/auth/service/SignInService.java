package io.calllog.application.auth.service;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.AuditOutcome;
import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.auth.port.in.SignIn;
import io.calllog.application.auth.port.out.AccessTokens;
import io.calllog.application.auth.port.out.SessionRepository;
import io.calllog.application.auth.port.out.SignInThrottle;
import io.calllog.application.auth.session.TokenLifetimes;
import io.calllog.application.auth.view.SignedIn;
import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.application.officer.port.out.PasswordHasher;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.Origin;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.Unauthenticated;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.application.shared.port.out.RandomSecrets;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.PasswordHash;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.InvalidInput;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

@UseCase(TxMode.NONE)
final class SignInService implements SignIn {

  private final OfficerRepository officers;
  private final PasswordHasher hasher;
  private final SessionStarter sessions;
  private final ThrottledPasswordCheck passwordCheck;
  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  SignInService(
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
      TokenLifetimes lifetimes) {
    this.officers = officers;
    this.hasher = hasher;
    this.sessions = new SessionStarter(sessions, tokens, secrets, ids, lifetimes);
    this.passwordCheck = new ThrottledPasswordCheck(throttle);
    this.trail = trail;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public SignedIn signIn(Command command) {
    return passwordCheck.run(nameOf(command.email()), command.origin(), () -> check(command));
  }

  private SignedIn check(Command command) {
    Optional<Officer> account = accountOf(command.email());
    PasswordHash hash = account.map(Officer::passwordHash).orElseGet(hasher::decoy);
    boolean matches = hasher.matches(command.password(), hash);
    return unitOfWork
        .write(() -> {
          Optional<SignedIn> signedIn =
              account
                  .filter(officer -> matches && officer.details().status().maySignIn())
                  .flatMap(officer -> begin(officer, command.origin()));
          trail.record(entry(account, signedIn.isPresent(), command));
          return signedIn;
        })
        .orElseThrow(Unauthenticated::badCredentials);
  }

  /** Starts no session if the account was deleted or its password changed since the check. */
  private Optional<SignedIn> begin(Officer checked, Origin origin) {
    return officers
        .findForUpdate(checked.id())
        .filter(officer -> officer.tokenVersion() == checked.tokenVersion())
        .map(o -> new SignedIn(OfficerView.of(o), sessions.start(o, origin, clock.instant())));
  }

  /** A failed attempt has no actor, even if the account exists. */
  private AuditEntry entry(Optional<Officer> account, boolean signedIn, Command command) {
    return new AuditEntry(
        clock.instant(),
        signedIn ? account.map(o -> ActorId.of(o.id())).orElse(null) : null,
        command.origin(),
        AuditAction.SIGNED_IN,
        account.map(Subject::of).orElse(null),
        signedIn ? AuditOutcome.DONE : AuditOutcome.FAILED,
        account.isPresent() ? List.of() : List.of(FieldChanges.emailHash(command.email())));
  }

  /** Returns the same key for all spellings of an address, whether or not the account exists. */
  private static String nameOf(String email) {
    try {
      return new EmailAddress(email).key();
    } catch (InvalidInput _) {
      return email;
    }
  }

  private Optional<Officer> accountOf(String email) {
    try {
      return officers.findByEmail(new EmailAddress(email));
    } catch (InvalidInput _) {
      return Optional.empty(); // an invalid address has no account; the response must not differ
    }
  }
}
