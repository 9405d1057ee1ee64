package io.calllog.application.auth.port.out;

import io.calllog.application.auth.session.RefreshToken;
import io.calllog.application.auth.session.Session;
import io.calllog.application.shared.SessionId;
import io.calllog.domain.officer.OfficerId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores sessions and their refresh tokens. Methods that write require a transaction. Thread-safe.
 */
public interface SessionRepository {

  /**
   * Adds a session. If the officer then has more than {@link Session#MAX_PER_OFFICER}, ends those
   * that were not used for the longest time.
   */
  void add(Session session, RefreshToken first);

  /**
   * Finds and locks the session of a refresh token, open or ended. Other callers wait until the
   * transaction ends.
   *
   * @param hash the hash of the token's secret
   */
  Optional<Found> findForUpdate(String hash);

  /**
   * Stores a rotation of the refresh token.
   *
   * @param session the session after the rotation
   * @param shown the token used, after its use
   * @param next the new token
   */
  void rotate(Session session, RefreshToken shown, RefreshToken next);

  /**
   * Ends a session.
   *
   * @return false if the officer has no open session with this id
   */
  boolean end(SessionId id, OfficerId officer, Instant now);

  /** Ends the open sessions of an officer except one, or all of them if {@code kept} is null. */
  void endOthers(OfficerId officer, @Nullable SessionId kept, Instant now);

  /** A refresh token and its session, as last committed. */
  record Found(Session session, RefreshToken token) {}
}
