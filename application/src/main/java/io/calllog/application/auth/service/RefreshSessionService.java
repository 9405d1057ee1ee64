package io.calllog.application.auth.service;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.AuditOutcome;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.auth.port.in.RefreshSession;
import io.calllog.application.auth.port.out.AccessTokens;
import io.calllog.application.auth.port.out.SessionRepository;
import io.calllog.application.auth.port.out.SessionRepository.Found;
import io.calllog.application.auth.session.RefreshSecret;
import io.calllog.application.auth.session.RefreshToken;
import io.calllog.application.auth.session.Session;
import io.calllog.application.auth.session.TokenLifetimes;
import io.calllog.application.auth.view.TokenPair;
import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.application.shared.Origin;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.Unauthenticated;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.RandomSecrets;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.officer.Officer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Throws outside its transaction, so that the end of the session is committed. */
@UseCase(TxMode.NONE)
final class RefreshSessionService implements RefreshSession {

  private final SessionRepository sessions;
  private final OfficerRepository officers;
  private final AccessTokens tokens;
  private final RandomSecrets secrets;
  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;
  private final TokenLifetimes lifetimes;

  RefreshSessionService(
      SessionRepository sessions,
      OfficerRepository officers,
      AccessTokens tokens,
      RandomSecrets secrets,
      AuditTrail trail,
      UnitOfWork unitOfWork,
      InstantSource clock,
      TokenLifetimes lifetimes) {
    this.sessions = sessions;
    this.officers = officers;
    this.tokens = tokens;
    this.secrets = secrets;
    this.trail = trail;
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
                .flatMap(found -> rotate(found, command, clock.instant())))
        .orElseThrow(Unauthenticated::badRefreshToken);
  }

  private Optional<TokenPair> rotate(Found found, Command command, Instant now) {
    Session session = found.session();
    if (!session.isOpen(now) || found.token().isExpired(now, lifetimes.refresh())) {
      return Optional.empty();
    }
    boolean usable = found.token().isUsable(now, lifetimes.grace());
    Officer officer =
        officers.find(session.officer()).filter(o -> o.details().status().maySignIn()).orElse(null);
    if (!usable || officer == null) {
      sessions.end(session.id(), session.officer(), now);
      if (!usable) {
        trail.record(reuse(session, officer, command.origin(), now));
      }
      return Optional.empty();
    }
    var next = new RefreshSecret(secrets.next());
    sessions.rotate(
        session.use(command.origin(), now, lifetimes.refresh()),
        found.token().use(now),
        new RefreshToken(next.hash(), now));
    return Optional.of(new TokenPair(tokens.issue(officer, session.id(), now), next));
  }

  /** The actor is unknown: it may be the officer or a thief. */
  private static AuditEntry reuse(
      Session session, @Nullable Officer officer, Origin origin, Instant now) {
    return new AuditEntry(
        now,
        null,
        origin,
        AuditAction.REFRESH_TOKEN_REUSED,
        Subject.of(
            session.id(), session.officer(), officer == null ? null : officer.details().region()),
        AuditOutcome.DONE,
        List.of());
  }
}
