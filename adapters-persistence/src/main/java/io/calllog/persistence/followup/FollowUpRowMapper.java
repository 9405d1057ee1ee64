package io.calllog.persistence.followup;

import static io.calllog.persistence.shared.Columns.id;
import static io.calllog.persistence.shared.Columns.optionalId;
import static io.calllog.persistence.shared.Columns.optionalText;
import static io.calllog.persistence.shared.Columns.text;

import io.calllog.application.followup.view.FollowUpView;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.followup.FollowUpDetails;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.followup.FollowUpState;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.RegionPath;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import io.calllog.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.RowMapper;

/** Reads a follow-up and its names from a row of {@link #withNames}. Thread-safe. */
public final class FollowUpRowMapper implements RowMapper<FollowUpView> {

  private final IntFunction<RegionPath> regions;

  /** Creates a mapper that shows regions by the paths of their keys. */
  public FollowUpRowMapper(IntFunction<RegionPath> regions) {
    this.regions = regions;
  }

  /**
   * Joins the names of the officer ({@code o}) and the client ({@code k}), deleted or not.
   *
   * @param followUps a query for follow-ups
   * @param parameters the parameters of the statement
   * @param clients the clients whose names are read
   */
  public static String withNames(String followUps, Parameters parameters, Reach clients) {
    String named =
        new Conditions(parameters)
            .visible(clients, "f.client_region_key", "f.client_owner_id")
            .sql();
    return """
    SELECT f.*, o.name AS officer_name, CASE WHEN %s THEN k.name END AS client_name
    FROM (%s) f
    JOIN officers o ON o.id = f.officer_id
    JOIN clients k ON k.id = f.client_id
    """
        .formatted(named, followUps);
  }

  /**
   * The condition on a follow-up ({@code f}) that it is visible by its officer or by its client.
   *
   * @param calls the visible calls: a follow-up is visible like a call of its officer
   */
  public static Conditions visible(Parameters parameters, Reach calls, Reach clients) {
    String byOfficer =
        new Conditions(parameters).visible(calls, "f.region_key", "f.officer_id").sql();
    String byClient =
        new Conditions(parameters)
            .visible(clients, "f.client_region_key", "f.client_owner_id")
            .sql();
    return new Conditions(parameters).and("(%s) OR (%s)".formatted(byOfficer, byClient));
  }

  @Override
  public FollowUpView mapRow(ResultSet row, int number) throws SQLException {
    return new FollowUpView(
        followUp(row, regions), row.getString("officer_name"), row.getString("client_name"));
  }

  /** Reads a follow-up from a row of {@code follow_ups}. */
  static FollowUp followUp(ResultSet row, IntFunction<RegionPath> regions) throws SQLException {
    var details =
        new FollowUpDetails(
            id(row, "officer_id", OfficerId::new),
            Times.read(row, "due_at"),
            optionalText(row, "note", Comment::new),
            text(row, "state", FollowUpState::valueOf));
    return new FollowUp(
        id(row, "id", FollowUpId::new),
        id(row, "client_id", ClientId::new),
        regions.apply(row.getInt("region_key")),
        details,
        optionalId(row, "from_call_id", CallId::new),
        optionalId(row, "done_by_call_id", CallId::new),
        Times.readNullable(row, "done_at"),
        Times.read(row, "created_at"),
        Times.read(row, "updated_at"),
        row.getLong("version"));
  }
}
