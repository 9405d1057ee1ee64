package io.calllog.application.auth.port.out;

import io.calllog.application.auth.session.RefreshToken;
import io.calllog.application.auth.session.Session;
import io.calllog.application.shared.SessionId;
import io.calllog.domain.officer.OfficerId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps sessions and their tokens. Whatever writes demands a transaction of the caller's.
 * Thread-safe.
 */
public interface SessionRepository {

  /**
   * Keeps a new session, and ends those of the officer that are too many then ({@link
   * Session#MOST_OF_ONE_OFFICER}).
   */
  void add(Session session, RefreshToken first);

  /**
   * The session that a token belongs to, ended or not, and nobody else can change it until the
   * transaction ends: a second caller waits.
   *
   * @param hash of the token's secret
   */
  Optional<Found> findForUpdate(String hash);

  /**
   * Keeps that a session went on.
   *
   * @param session as it is now
   * @param shown the token that was shown, as it is now
   * @param next the newest token
   */
  void rotate(Session session, RefreshToken shown, RefreshToken next);

  /**
   * Ends a session.
   *
   * @return whether there was an open one of this officer's with this id
   */
  boolean end(SessionId id, OfficerId officer, Instant now);

  /** Ends the open sessions of an officer except one; all of them when {@code kept} is null. */
  void endOthers(OfficerId officer, @Nullable SessionId kept, Instant now);

  /**
   * What a secret leads to.
   *
   * @param session as last committed
   * @param token as last committed
   */
  record Found(Session session, RefreshToken token) {}
}
