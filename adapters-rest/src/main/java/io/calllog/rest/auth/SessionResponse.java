package io.calllog.rest.auth;

import io.calllog.application.auth.view.SessionView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session that has not ended. */
record SessionResponse(
    UUID id,
    Instant createdAt,
    Instant lastUsedAt,
    @Nullable String address,
    @Nullable String userAgent,
    boolean current) {

  static SessionResponse from(SessionView session) {
    return new SessionResponse(
        session.id().value(),
        session.createdAt(),
        session.lastUsedAt(),
        session.address(),
        session.userAgent(),
        session.current());
  }
}
