package io.calllog.persistence.call;

import io.calllog.application.call.view.CallView;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Rows of calls with the names of officer and client, and their mapping to views. */
final class CallRows {

  private CallRows() {}

  /**
   * Joins the names of officer ({@code o}) and client ({@code k}), deleted or not, to a query.
   *
   * @param calls a query for calls
   */
  static String withNames(String calls) {
    return """
    SELECT c.*, o.name AS officer_name, k.name AS client_name
    FROM (%s) c
    JOIN officers o ON o.id = c.officer_id
    LEFT JOIN clients k ON k.id = c.client_id
    """
        .formatted(calls);
  }

  static CallView view(ResultSet row, int number) throws SQLException {
    UUID client = row.getObject("client_id", UUID.class);
    return new CallView(
        new CallId(row.getObject("id", UUID.class)),
        new OfficerId(row.getObject("officer_id", UUID.class)),
        row.getString("officer_name"),
        client == null ? null : new ClientId(client),
        row.getString("client_name"),
        CallType.valueOf(row.getString("type")),
        CallOutcome.valueOf(row.getString("outcome")),
        row.getInt("duration_seconds"),
        Times.read(row, "started_at"),
        row.getString("comment"),
        row.getString("region"),
        Times.read(row, "logged_at"),
        Times.read(row, "updated_at"),
        row.getLong("version"));
  }
}
