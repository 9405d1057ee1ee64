package io.calllog.application.auth.port.out;

import io.calllog.application.auth.session.RefreshToken;
import io.calllog.application.auth.session.Session;
import io.calllog.application.shared.SessionId;
import io.calllog.domain.officer.OfficerId;
import java.time.Instant;
import java.util.Optional;

/** Stores sessions and their refresh tokens. Writing requires a transaction. Thread-safe. */
public interface SessionRepository {

  /** Adds a session; above {@link Session#MAX_PER_OFFICER}, ends the least recently used ones. */
  void add(Session session, RefreshToken first);

  /**
   * Finds the session of a refresh token by the hash of its secret and locks it until the
   * transaction ends.
   */
  Optional<Found> findForUpdate(String hash);

  /**
   * Stores a rotation: the session and the used token {@code shown}, both changed, and the next.
   */
  void rotate(Session session, RefreshToken shown, RefreshToken next);

  /** Ends a session; returns false if the officer has no open session with this id. */
  boolean end(SessionId id, OfficerId officer, Instant now);

  /**
   * Ends the open sessions of an officer except one. The used refresh tokens of the kept session
   * cannot be used again. If it has several unused ones, it ends too, because one of them may be
   * that of a thief.
   */
  void endOthers(OfficerId officer, SessionId kept, Instant now);

  /** A refresh token and its session, as last committed. */
  record Found(Session session, RefreshToken token) {}
}
