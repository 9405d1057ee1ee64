package io.calllog.application.auth.service;

import io.calllog.application.auth.port.in.AuthQueries;
import io.calllog.application.auth.port.out.AccessTokens;
import io.calllog.application.auth.port.out.AccessTokens.Grant;
import io.calllog.application.auth.port.out.OfficerStandings;
import io.calllog.application.auth.port.out.OfficerStandings.Standing;
import io.calllog.application.officer.port.out.OfficerViews;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.shared.NotFound;
import io.calllog.domain.shared.Origin;
import java.time.InstantSource;
import java.util.Optional;

@UseCase(TxMode.NONE)
final class AuthQueriesService implements AuthQueries {

  private final AccessTokens tokens;
  private final OfficerStandings standings;
  private final OfficerViews officers;
  private final InstantSource clock;

  AuthQueriesService(
      AccessTokens tokens, OfficerStandings standings, OfficerViews officers, InstantSource clock) {
    this.tokens = tokens;
    this.standings = standings;
    this.officers = officers;
    this.clock = clock;
  }

  @Override
  public Optional<Actor> authenticate(String token, Origin origin) {
    return tokens
        .read(token, clock.instant())
        .flatMap(this::actorOf)
        .map(a -> new Actor(a.id(), a.role(), a.region(), null, origin));
  }

  @Override
  public OfficerView profile(Actor actor) {
    return officers
        .find(actor.id(), actor.seesOfficers())
        .orElseThrow(() -> new NotFound("officer"));
  }

  private Optional<Actor> actorOf(Grant grant) {
    return standings
        .find(grant.officer())
        .filter(standing -> standing.status().maySignIn() && standing.epoch() == grant.epoch())
        .map(Standing::actor);
  }
}
