package io.calllog.application.auth.service;

import io.calllog.application.auth.port.in.AuthQueries;
import io.calllog.application.auth.port.out.AccessTokens;
import io.calllog.application.auth.port.out.Revocations;
import io.calllog.application.auth.port.out.SessionViews;
import io.calllog.application.auth.view.SessionView;
import io.calllog.application.key.KeySecret;
import io.calllog.application.key.port.out.ValidKeys;
import io.calllog.application.officer.port.out.OfficerViews;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Origin;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.Unauthenticated;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.officer.Actor;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Runs without a transaction: each request is authenticated, usually without the database. */
@UseCase(TxMode.NONE)
final class AuthQueriesService implements AuthQueries {

  private final AccessTokens tokens;
  private final Revocations revocations;
  private final ValidKeys keys;
  private final OfficerViews officers;
  private final SessionViews sessions;
  private final InstantSource clock;

  AuthQueriesService(
      AccessTokens tokens,
      Revocations revocations,
      ValidKeys keys,
      OfficerViews officers,
      SessionViews sessions,
      InstantSource clock) {
    this.tokens = tokens;
    this.revocations = revocations;
    this.keys = keys;
    this.officers = officers;
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public Optional<Caller> authenticate(String token, Origin origin) {
    return token.startsWith(KeySecret.START)
        ? KeySecret.parse(token)
            .flatMap(secret -> keys.use(secret.hash(), clock.instant()))
            .map(key -> Caller.of(key, origin))
        : officer(token, origin);
  }

  private Optional<Caller> officer(String token, Origin origin) {
    return tokens
        .read(token, clock.instant())
        .filter(claims ->
            !revocations.isRevoked(claims.officer(), claims.tokenVersion(), claims.session()))
        .map(claims ->
            new Caller(
                new Actor(claims.officer(), claims.role(), claims.region(), claims.leads()),
                claims.session(),
                origin));
  }

  @Override
  public OfficerView profile(Actor actor) {
    return officers
        .find(actor.requireOfficer(), actor.seesOfficers())
        .orElseThrow(Unauthenticated::noValidToken);
  }

  @Override
  public List<SessionView> sessions(Caller caller) {
    return sessions.listOpen(caller.actor().requireOfficer(), clock.instant()).stream()
        .map(session -> SessionView.of(session, caller.session()))
        .toList();
  }
}
