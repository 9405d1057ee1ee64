package io.calllog.application.auth.service;

import io.calllog.application.auth.port.in.RefreshSession;
import io.calllog.application.auth.port.out.AccessTokens;
import io.calllog.application.auth.port.out.RefreshSecrets;
import io.calllog.application.auth.view.TokenPair;
import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.application.officer.port.out.SessionRepository;
import io.calllog.application.officer.port.out.SessionRepository.Found;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.Session;
import io.calllog.domain.officer.TokenLifetimes;
import io.calllog.domain.shared.Unauthenticated;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Refuses outside of its transaction: that a session had to end is kept. */
@UseCase(TxMode.NONE)
final class RefreshSessionService implements RefreshSession {

  private final SessionRepository sessions;
  private final OfficerRepository officers;
  private final AccessTokens tokens;
  private final RefreshSecrets secrets;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;
  private final TokenLifetimes lifetimes;

  RefreshSessionService(
      SessionRepository sessions,
      OfficerRepository officers,
      AccessTokens tokens,
      RefreshSecrets secrets,
      UnitOfWork unitOfWork,
      InstantSource clock,
      TokenLifetimes lifetimes) {
    this.sessions = sessions;
    this.officers = officers;
    this.tokens = tokens;
    this.secrets = secrets;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
    this.lifetimes = lifetimes;
  }

  @Override
  public TokenPair refresh(Command command) {
    return unitOfWork
        .write(() ->
            sessions
                .findForUpdate(command.secret().hash())
                .flatMap(found -> goOn(found, command, clock.instant())))
        .orElseThrow(Unauthenticated::badRefreshToken);
  }

  private Optional<TokenPair> goOn(Found found, Command command, Instant now) {
    Session session = found.session();
    if (!session.isOpen(now)) {
      return Optional.empty();
    }
    Session goingOn =
        session.goOn(found.token(), command.origin(), now, lifetimes.refresh()).orElse(null);
    Officer officer =
        officers.find(session.officer()).filter(o -> o.details().status().maySignIn()).orElse(null);
    if (goingOn == null || officer == null) {
      sessions.end(session.id(), session.officer(), now);
      return Optional.empty();
    }
    var next = secrets.next();
    sessions.goOn(goingOn, found.token().use(now), goingOn.newestToken(next.hash()));
    return Optional.of(new TokenPair(tokens.issue(officer, session.id(), now), next));
  }
}
