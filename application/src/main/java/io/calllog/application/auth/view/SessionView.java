package io.calllog.application.auth.view;

import io.calllog.application.auth.session.Session;
import io.calllog.application.shared.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an officer is told about a sign-in of theirs.
 *
 * @param id of the session
 * @param createdAt when they signed in
 * @param lastUsedAt when a new access token was last asked for
 * @param address from where that was
 * @param userAgent what the client called itself then
 * @param current whether it is the session they ask in
 */
public record SessionView(
    SessionId id,
    Instant createdAt,
    Instant lastUsedAt,
    @Nullable String address,
    @Nullable String userAgent,
    boolean current) {

  /** The view of a session. */
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
