package io.calllog.persistence.auth;

import io.calllog.application.auth.port.out.SessionViews;
import io.calllog.application.auth.session.Session;
import io.calllog.domain.officer.OfficerId;
import io.calllog.persistence.shared.Times;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSessionViews implements SessionViews {

  private final JdbcClient database;

  JdbcSessionViews(@Qualifier("readDatabase") JdbcClient database) {
    this.database = database;
  }

  @Override
  public List<Session> listOpen(OfficerId officer, Instant now) {
    return database
        .sql(
            """
            SELECT * FROM sessions WHERE officer_id = :officer AND ended_at IS NULL AND expires_at > :now
            ORDER BY last_used_at DESC, id DESC LIMIT :most
            """)
        .param("officer", officer.value())
        .param("now", Times.parameter(now))
        .param("most", Session.MAX_PER_OFFICER)
        .query(new SessionRowMapper())
        .list();
  }
}
