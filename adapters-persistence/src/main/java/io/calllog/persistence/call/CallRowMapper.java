package io.calllog.persistence.call;

import static io.calllog.persistence.shared.Columns.id;
import static io.calllog.persistence.shared.Columns.optionalId;
import static io.calllog.persistence.shared.Columns.optionalText;
import static io.calllog.persistence.shared.Columns.text;

import io.calllog.application.call.view.CallView;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.RegionPath;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import io.calllog.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.RowMapper;

/** Reads a call and its names from a row of {@link #withNames}. Thread-safe. */
public final class CallRowMapper implements RowMapper<CallView> {

  private final IntFunction<RegionPath> regions;

  /** Creates a mapper that shows regions by the paths of their keys. */
  public CallRowMapper(IntFunction<RegionPath> regions) {
    this.regions = regions;
  }

  /**
   * Joins the names of the officer ({@code o}), the officer or the key that logged the call ({@code
   * l}, {@code m}) and the client ({@code k}), deleted or not.
   *
   * @param calls a query for calls
   * @param parameters the parameters of the statement
   * @param clients the clients whose names are read
   */
  public static String withNames(String calls, Parameters parameters, Reach clients) {
    String named = new Conditions(parameters).visible(clients, "k.region_key", "k.owner_id").sql();
    return """
    SELECT c.*, o.name AS officer_name, coalesce(l.name, m.name) AS logged_by_name,
           CASE WHEN %s THEN k.name END AS client_name
    FROM (%s) c
    JOIN officers o ON o.id = c.officer_id
    LEFT JOIN officers l ON l.id = c.logged_by
    LEFT JOIN api_keys m ON m.id = c.logged_by
    LEFT JOIN clients k ON k.id = c.client_id
    """
        .formatted(named, calls);
  }

  @Override
  public CallView mapRow(ResultSet row, int number) throws SQLException {
    return new CallView(
        call(row, regions),
        row.getString("officer_name"),
        row.getString("client_name"),
        row.getString("logged_by_name"));
  }

  /** Reads a call from a row of {@code calls}. */
  static Call call(ResultSet row, IntFunction<RegionPath> regions) throws SQLException {
    var facts =
        new CallFacts(
            optionalId(row, "client_id", ClientId::new),
            text(row, "type", CallType::valueOf),
            text(row, "outcome", CallOutcome::valueOf),
            new CallDuration(row.getInt("duration_seconds")),
            Times.read(row, "started_at"),
            optionalText(row, "comment", Comment::new),
            optionalText(row, "external_id", ExternalId::new),
            optionalText(row, "number", PhoneNumber::new));
    return new Call(
        id(row, "id", CallId::new),
        id(row, "officer_id", OfficerId::new),
        regions.apply(row.getInt("region_key")),
        facts,
        id(row, "logged_by", ActorId::new),
        Times.read(row, "logged_at"),
        Times.read(row, "updated_at"),
        row.getLong("version"));
  }
}
