package io.calllog.persistence.client;

import static io.calllog.persistence.shared.Columns.id;
import static io.calllog.persistence.shared.Columns.optionalText;
import static io.calllog.persistence.shared.Columns.text;

import io.calllog.application.client.view.PossibleDuplicate;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.shared.Name;
import io.calllog.persistence.shared.Parameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The SQL that finds other clients that may be the same. Each reason has an index of its own. */
final class PossibleDuplicates {

  private static final int MOST = 10;

  /** In SQL, a reason is its place in this list, from 1. */
  private static final List<String> REASONS = List.of("phone", "email", "name");

  private PossibleDuplicates() {}

  /**
   * Builds the statement.
   *
   * @param where the condition on the other client, named {@code c}
   */
  static String statement(ClientDetails details, String where, Parameters parameters) {
    List<String> found = new ArrayList<>();
    if (!details.phones().isEmpty()) {
      String[] numbers =
          details.phones().stream().map(phone -> phone.number().value()).toArray(String[]::new);
      found.add(
          "SELECT id, 1 FROM clients WHERE numbers && cast(%s AS text[]) AND deleted_at IS NULL"
              .formatted(parameters.bind(numbers)));
    }
    if (details.email() != null) {
      String email = parameters.bind(details.email().key());
      found.add(
          "SELECT id, 2 FROM clients WHERE lower(email) = " + email + " AND deleted_at IS NULL");
    }
    String company =
        details.company() == null ? "NULL" : parameters.bind(details.company().value());
    found.add(
        "SELECT id, 3 FROM clients_named_like(%s, %s) AS named (id)"
            .formatted(parameters.bind(details.name().value()), company));
    return """
    SELECT c.id, c.name, c.company, found.reasons
    FROM (SELECT id, array_agg(reason ORDER BY reason) AS reasons
          FROM (%s) AS each (id, reason) GROUP BY id) found
    JOIN clients c ON c.id = found.id
    WHERE %s
    ORDER BY found.reasons[1] = 3, c.sort_name, c.id LIMIT %s
    """
        .formatted(String.join(" UNION ALL ", found), where, MOST);
  }

  static PossibleDuplicate map(ResultSet row, int number) throws SQLException {
    Integer[] reasons = (Integer[]) row.getArray("reasons").getArray();
    return new PossibleDuplicate(
        id(row, "id", ClientId::new),
        text(row, "name", Name::new),
        optionalText(row, "company", Name::new),
        Stream.of(reasons).map(reason -> REASONS.get(reason - 1)).toList());
  }
}
