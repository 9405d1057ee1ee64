package io.calllog.application.auth.service;

import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.auth.port.in.SignOut;
import io.calllog.application.officer.port.out.SessionRepository;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.audit.AuditAction;
import io.calllog.domain.audit.AuditEntry;
import io.calllog.domain.audit.Subject;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.RefreshSecret;
import io.calllog.domain.officer.SessionId;
import io.calllog.domain.shared.NotFound;
import java.time.InstantSource;
import java.util.List;

@UseCase(TxMode.WRITE)
final class SignOutService implements SignOut {

  private final SessionRepository sessions;
  private final AuditTrail trail;
  private final InstantSource clock;

  SignOutService(SessionRepository sessions, AuditTrail trail, InstantSource clock) {
    this.sessions = sessions;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public void signOut(Actor actor, RefreshSecret secret) {
    sessions
        .findForUpdate(secret.hash())
        .map(found -> found.session().id())
        .filter(id -> sessions.end(id, actor.id(), clock.instant()))
        .ifPresent(id -> record(AuditAction.SIGNED_OUT, actor, id));
  }

  @Override
  public void end(Actor actor, SessionId id) {
    if (!sessions.end(id, actor.id(), clock.instant())) {
      throw new NotFound("session");
    }
    record(AuditAction.SESSION_ENDED, actor, id);
  }

  private void record(AuditAction action, Actor actor, SessionId id) {
    Subject subject = Subject.of(id, actor.id(), actor.region());
    trail.record(AuditEntry.done(clock.instant(), actor, action, subject, List.of()));
  }
}
