package io.calllog.application.auth.port.out;

import io.calllog.application.officer.port.out.InMemoryOfficers;
import io.calllog.application.shared.SessionId;
import io.calllog.domain.officer.OfficerId;

/** Fake in which revocations take effect at once. Thread-safe. */
public final class InMemoryRevocations implements Revocations {

  private final InMemoryOfficers officers;
  private final InMemorySessions sessions;

  public InMemoryRevocations(InMemoryOfficers officers, InMemorySessions sessions) {
    this.officers = officers;
    this.sessions = sessions;
  }

  @Override
  public boolean isRevoked(OfficerId officer, int tokenVersion, SessionId session) {
    return officers.tokenVersionOf(officer).filter(current -> tokenVersion >= current).isEmpty()
        || sessions.find(session).filter(known -> known.endedAt() != null).isPresent();
  }
}
