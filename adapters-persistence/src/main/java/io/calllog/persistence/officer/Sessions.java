package io.calllog.persistence.officer;

import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Session;
import io.calllog.domain.officer.SessionId;
import io.calllog.domain.shared.Origin;
import io.calllog.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Rows of {@code sessions}. */
final class Sessions {

  private Sessions() {}

  static Session read(ResultSet row) throws SQLException {
    return new Session(
        new SessionId(row.getObject("id", UUID.class)),
        new OfficerId(row.getObject("officer_id", UUID.class)),
        new Origin(row.getString("address"), row.getString("user_agent")),
        Times.read(row, "created_at"),
        Times.read(row, "last_used_at"),
        Times.read(row, "expires_at"),
        Times.readNullable(row, "ended_at"),
        row.getInt("generation"));
  }
}
