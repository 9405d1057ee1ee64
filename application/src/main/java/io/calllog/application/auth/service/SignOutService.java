package io.calllog.application.auth.service;

import io.calllog.application.auth.port.in.SignOut;
import io.calllog.application.officer.port.out.SessionRepository;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.RefreshSecret;
import io.calllog.domain.officer.SessionId;
import io.calllog.domain.shared.NotFound;
import java.time.InstantSource;

@UseCase(TxMode.WRITE)
final class SignOutService implements SignOut {

  private final SessionRepository sessions;
  private final InstantSource clock;

  SignOutService(SessionRepository sessions, InstantSource clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public void signOut(Actor actor, RefreshSecret secret) {
    sessions
        .findForUpdate(secret.hash())
        .ifPresent(found -> sessions.end(found.session().id(), actor.id(), clock.instant()));
  }

  @Override
  public void end(Actor actor, SessionId id) {
    if (!sessions.end(id, actor.id(), clock.instant())) {
      throw new NotFound("session");
    }
  }
}
