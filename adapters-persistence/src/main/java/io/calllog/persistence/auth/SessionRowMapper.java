package io.calllog.persistence.auth;

import io.calllog.application.auth.session.Session;
import io.calllog.application.shared.Origin;
import io.calllog.application.shared.SessionId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/** Reads a session from a row of {@code sessions}. Thread-safe. */
final class SessionRowMapper implements RowMapper<Session> {

  @Override
  public Session mapRow(ResultSet row, int number) throws SQLException {
    return new Session(
        new SessionId(row.getObject("id", UUID.class)),
        new OfficerId(row.getObject("officer_id", UUID.class)),
        new Origin(row.getString("address"), row.getString("user_agent")),
        Times.read(row, "created_at"),
        Times.read(row, "last_used_at"),
        Times.read(row, "expires_at"),
        Times.readNullable(row, "ended_at"));
  }
}
