package io.calllog.application.auth.service;

import io.calllog.application.auth.port.out.AccessTokens;
import io.calllog.application.auth.port.out.SessionRepository;
import io.calllog.application.auth.session.RefreshSecret;
import io.calllog.application.auth.session.RefreshToken;
import io.calllog.application.auth.session.Session;
import io.calllog.application.auth.session.TokenLifetimes;
import io.calllog.application.auth.view.TokenPair;
import io.calllog.application.shared.Origin;
import io.calllog.application.shared.SessionId;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.application.shared.port.out.RandomSecrets;
import io.calllog.domain.officer.Officer;
import java.time.Instant;

/** Starts sessions. Thread-safe. */
final class SessionStarter {

  private final SessionRepository repository;
  private final AccessTokens tokens;
  private final RandomSecrets secrets;
  private final IdSource ids;
  private final TokenLifetimes lifetimes;

  SessionStarter(
      SessionRepository repository,
      AccessTokens tokens,
      RandomSecrets secrets,
      IdSource ids,
      TokenLifetimes lifetimes) {
    this.repository = repository;
    this.tokens = tokens;
    this.secrets = secrets;
    this.ids = ids;
    this.lifetimes = lifetimes;
  }

  /** Starts a session for an authenticated officer. Requires a transaction. */
  TokenPair start(Officer officer, Origin origin, Instant now) {
    var secret = new RefreshSecret(secrets.next());
    var id = new SessionId(ids.next(now));
    Session session = Session.begin(id, officer.id(), origin, now, lifetimes.refresh());
    repository.add(session, new RefreshToken(secret.hash(), now));
    return new TokenPair(tokens.issue(officer, id, now), secret);
  }
}
