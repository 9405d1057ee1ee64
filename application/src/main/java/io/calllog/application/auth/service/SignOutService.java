package io.calllog.application.auth.service;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.auth.port.in.SignOut;
import io.calllog.application.auth.port.out.SessionRepository;
import io.calllog.application.auth.session.RefreshSecret;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.SessionId;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.shared.NotFound;
import java.time.InstantSource;

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
  public void signOut(Caller caller, RefreshSecret secret) {
    sessions
        .findForUpdate(secret.hash())
        .map(found -> found.session().id())
        .filter(id -> sessions.end(id, caller.actor().requireOfficer(), clock.instant()))
        .ifPresent(id -> record(AuditAction.SIGNED_OUT, caller, id));
  }

  @Override
  public void end(Caller caller, SessionId id) {
    if (!sessions.end(id, caller.actor().requireOfficer(), clock.instant())) {
      throw new NotFound("session");
    }
    record(AuditAction.SESSION_ENDED, caller, id);
  }

  private void record(AuditAction action, Caller caller, SessionId id) {
    Subject subject = Subject.of(id, caller.actor().requireOfficer(), caller.actor().region());
    trail.record(AuditEntry.done(clock.instant(), caller, action, subject));
  }
}
