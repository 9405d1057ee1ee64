package io.calllog.application.auth.view;

import io.calllog.application.auth.session.Session;
import io.calllog.application.shared.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as shown to its officer.
 *
 * @param lastUsedAt the time of the sign-in or of the last refresh
 * @param address the network address at that time
 * @param userAgent the user agent at that time
 * @param current whether it is the session of the request
 */
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
