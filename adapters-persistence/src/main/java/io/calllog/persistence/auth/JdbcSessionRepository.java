package io.calllog.persistence.auth;

import io.calllog.application.auth.port.out.SessionRepository;
import io.calllog.application.auth.session.RefreshToken;
import io.calllog.application.auth.session.Session;
import io.calllog.application.officer.port.out.OfficerSessions;
import io.calllog.application.shared.SessionId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.persistence.shared.Times;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Uses SQL instead of entities, because most statements end sessions that were not read before. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class JdbcSessionRepository implements SessionRepository, OfficerSessions {

  private final JdbcClient database;

  JdbcSessionRepository(JdbcClient database) {
    this.database = database;
  }

  @Override
  public void add(Session session, RefreshToken first) {
    database
        .sql(
            """
            INSERT INTO sessions (id, officer_id, address, user_agent, created_at, last_used_at, expires_at, generation)
            VALUES (:id, :officer, :address, :userAgent, :createdAt, :createdAt, :expiresAt, 0)
            """)
        .param("id", session.id().value())
        .param("officer", session.officer().value())
        .param("address", session.origin().address())
        .param("userAgent", session.origin().userAgent())
        .param("createdAt", Times.parameter(session.createdAt()))
        .param("expiresAt", Times.parameter(session.expiresAt()))
        .update();
    add(session.id(), first);
    database
        .sql(
            """
            UPDATE sessions SET ended_at = :now WHERE ended_at IS NULL AND id IN (
                SELECT id FROM sessions WHERE officer_id = :officer AND ended_at IS NULL AND expires_at > :now
                ORDER BY last_used_at DESC, id DESC OFFSET :most)
            """)
        .param("now", Times.parameter(session.createdAt()))
        .param("officer", session.officer().value())
        .param("most", Session.MAX_PER_OFFICER)
        .update();
  }

  @Override
  public Optional<Found> findForUpdate(String hash) {
    // Read the token after the lock: the transaction that held the lock may have changed it.
    return database
        .sql(
            """
            SELECT s.* FROM sessions s
            WHERE s.id = (SELECT session_id FROM refresh_tokens WHERE hash = decode(:hash, 'hex'))
            FOR UPDATE
            """)
        .param("hash", hash)
        .query(new SessionRowMapper())
        .optional()
        .flatMap(session -> token(hash).map(token -> new Found(session, token)));
  }

  @Override
  public void rotate(Session session, RefreshToken shown, RefreshToken next) {
    database
        .sql(
            """
            UPDATE sessions SET address = :address, user_agent = :userAgent, last_used_at = :lastUsedAt,
                expires_at = :expiresAt
            WHERE id = :id
            """)
        .param("address", session.origin().address())
        .param("userAgent", session.origin().userAgent())
        .param("lastUsedAt", Times.parameter(session.lastUsedAt()))
        .param("expiresAt", Times.parameter(session.expiresAt()))
        .param("id", session.id().value())
        .update();
    database
        .sql("UPDATE refresh_tokens SET spent_at = :spentAt WHERE hash = decode(:hash, 'hex')")
        .param("spentAt", shown.spentAt() == null ? null : Times.parameter(shown.spentAt()))
        .param("hash", shown.hash())
        .update();
    add(session.id(), next);
  }

  @Override
  public boolean end(SessionId id, OfficerId officer, Instant now) {
    return database
            .sql(
                """
                UPDATE sessions SET ended_at = :now
                WHERE id = :id AND officer_id = :officer AND ended_at IS NULL AND expires_at > :now
                """)
            .param("now", Times.parameter(now))
            .param("id", id.value())
            .param("officer", officer.value())
            .update()
        == 1;
  }

  @Override
  public void endAll(OfficerId officer, Instant now) {
    database
        .sql("UPDATE sessions SET ended_at = :now WHERE officer_id = :officer AND ended_at IS NULL")
        .param("now", Times.parameter(now))
        .param("officer", officer.value())
        .update();
  }

  @Override
  public void endOthers(OfficerId officer, SessionId kept, Instant now) {
    // A refresh may be running. The next statement sees its token.
    database
        .sql("SELECT id FROM sessions WHERE id = :kept FOR UPDATE")
        .param("kept", kept.value())
        .query()
        .listOfRows();
    database
        .sql(
            """
            WITH used AS (DELETE FROM refresh_tokens WHERE session_id = :kept AND spent_at IS NOT NULL)
            UPDATE sessions SET ended_at = :now
            WHERE officer_id = :officer AND ended_at IS NULL
              AND (id <> :kept
                   OR (SELECT count(*) FROM refresh_tokens WHERE session_id = sessions.id AND spent_at IS NULL) > 1)
            """)
        .param("now", Times.parameter(now))
        .param("officer", officer.value())
        .param("kept", kept.value())
        .update();
  }

  @Override
  public void deleteAll(OfficerId officer) {
    database
        .sql("DELETE FROM sessions WHERE officer_id = :officer") // also deletes their tokens
        .param("officer", officer.value())
        .update();
  }

  private void add(SessionId session, RefreshToken token) {
    // The generation is only for nodes of an earlier version, which accept that of the session.
    database
        .sql(
            """
            INSERT INTO refresh_tokens (hash, session_id, issued_at, generation)
            SELECT decode(:hash, 'hex'), id, :issuedAt, generation FROM sessions WHERE id = :session
            """)
        .param("hash", token.hash())
        .param("issuedAt", Times.parameter(token.issuedAt()))
        .param("session", session.value())
        .update();
  }

  private Optional<RefreshToken> token(String hash) {
    return database
        .sql("SELECT issued_at, spent_at FROM refresh_tokens WHERE hash = decode(:hash, 'hex')")
        .param("hash", hash)
        .query((row, _) ->
            new RefreshToken(
                hash, Times.read(row, "issued_at"), Times.readNullable(row, "spent_at")))
        .optional();
  }
}
