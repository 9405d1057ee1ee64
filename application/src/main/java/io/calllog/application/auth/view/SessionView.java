package io.calllog.application.auth.view;

import io.calllog.application.auth.session.Session;
import io.calllog.application.shared.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A session as shown to its officer; {@code address} and {@code userAgent} are of its last use. */
public record SessionView(
    SessionId id,
    Instant createdAt,
    Instant lastUsedAt,
    @Nullable String address,
    @Nullable String userAgent,
    boolean current) {

  public static SessionView of(Session session, @Nullable SessionId current) {
    return new SessionView(
        session.id(),
        session.createdAt(),
        session.lastUsedAt(),
        session.origin().address(),
        session.origin().userAgent(),
        session.id().equals(current));
  }
}
