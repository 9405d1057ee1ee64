package io.calllog.application.auth.service;

import io.calllog.application.auth.port.in.SignIn;
import io.calllog.application.auth.port.out.AccessTokens;
import io.calllog.application.auth.port.out.SignInThrottle;
import io.calllog.application.auth.view.SignedIn;
import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.application.officer.port.out.PasswordHasher;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.PasswordHash;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Unauthenticated;
import java.time.InstantSource;
import java.util.Optional;

@UseCase(TxMode.NONE)
final class SignInService implements SignIn {

  private final OfficerRepository officers;
  private final PasswordHasher hasher;
  private final AccessTokens tokens;
  private final SignInThrottle throttle;
  private final InstantSource clock;

  SignInService(
      OfficerRepository officers,
      PasswordHasher hasher,
      AccessTokens tokens,
      SignInThrottle throttle,
      InstantSource clock) {
    this.officers = officers;
    this.hasher = hasher;
    this.tokens = tokens;
    this.throttle = throttle;
    this.clock = clock;
  }

  @Override
  public SignedIn signIn(Command command) {
    String account = nameOf(command.email());
    String network = Network.of(command.address()).name();
    throttle.reserve(account, network);
    SignedIn signedIn;
    try {
      signedIn = check(command);
    } catch (Unauthenticated refusal) {
      throttle.countFailure(network);
      throw refusal;
    } catch (RuntimeException neverChecked) {
      throttle.giveBack(account, network);
      throw neverChecked;
    }
    throttle.giveBack(account, network);
    return signedIn;
  }

  private SignedIn check(Command command) {
    Optional<Officer> account = accountOf(command.email());
    PasswordHash hash = account.map(Officer::passwordHash).orElseGet(hasher::decoy);
    boolean matches = hasher.matches(command.password(), hash);
    return account
        .filter(officer -> matches && officer.details().status().maySignIn())
        .map(o -> new SignedIn(OfficerView.of(o), tokens.issue(o, clock.instant())))
        .orElseThrow(Unauthenticated::badCredentials);
  }

  /** The same for all ways to write an address, and for known and unknown accounts alike. */
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
      return Optional.empty(); // no account has it, and the caller is told no more than that
    }
  }
}
