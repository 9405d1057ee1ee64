package io.calllog.persistence.call;

import static io.calllog.persistence.shared.Columns.id;
import static io.calllog.persistence.shared.Columns.optionalId;
import static io.calllog.persistence.shared.Columns.text;

import io.calllog.application.call.port.out.CallReferences;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.RegionPath;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.Times;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCallReferences implements CallReferences {

  private static final String SELECT =
      """
      SELECT 'officer' AS kind, id, name, region_key, cast(NULL AS uuid) AS owner_id, cast(NULL AS text[]) AS numbers FROM officers
      WHERE id = ANY (cast(:officers AS uuid[]) || cast(:actors AS uuid[])) AND deleted_at IS NULL
      UNION ALL
      SELECT 'key', id, name, region_key, NULL, NULL FROM api_keys
      WHERE id = ANY (cast(:actors AS uuid[])) AND deleted_at IS NULL
      UNION ALL
      SELECT 'client', id, name, region_key, owner_id, NULL FROM clients
      WHERE id = ANY (cast(:clients AS uuid[])) AND deleted_at IS NULL
      UNION ALL
      SELECT 'follow-up', id, NULL, NULL, NULL, NULL FROM follow_ups
      WHERE client_id = ANY (cast(:spokenTo AS uuid[])) AND officer_id = ANY (cast(:officers AS uuid[]))
        AND due_at <= :until AND state = 'OPEN' AND deleted_at IS NULL
      """;

  /** Only if a call has a number: the statement of all other calls stays as short as it was. */
  private static final String SELECT_BY_NUMBER =
      """
      UNION ALL
      SELECT 'number', id, name, region_key, owner_id, numbers FROM clients
      WHERE numbers && cast(:numbers AS text[]) AND deleted_at IS NULL
      UNION ALL
      SELECT 'follow-up', id, NULL, NULL, NULL, NULL FROM follow_ups
      WHERE client_id IN (SELECT id FROM clients WHERE numbers && cast(:numbers AS text[]) AND deleted_at IS NULL)
        AND officer_id = ANY (cast(:officers AS uuid[])) AND due_at <= :until AND state = 'OPEN' AND deleted_at IS NULL
      """;

  private final JdbcClient database;
  private final RegionTree regions;

  JdbcCallReferences(JdbcClient database, RegionTree regions) {
    this.database = database;
    this.regions = regions;
  }

  @Override
  public References find(
      Set<OfficerId> officers,
      Set<ActorId> actors,
      Set<ClientId> clients,
      Set<PhoneNumber> numbers,
      Set<ClientId> spokenTo,
      Instant until) {
    var found =
        new References(
            new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashSet<>());
    var statement =
        database
            .sql(numbers.isEmpty() ? SELECT : SELECT + SELECT_BY_NUMBER)
            .param("officers", texts(officers))
            .param("actors", texts(actors))
            .param("clients", texts(clients))
            .param("spokenTo", texts(spokenTo))
            .param("until", Times.parameter(until));
    if (!numbers.isEmpty()) {
      statement.param("numbers", numbers.stream().map(PhoneNumber::value).toArray(String[]::new));
    }
    statement.query(row -> {
      String kind = row.getString("kind");
      if (kind.equals("follow-up")) {
        found.due().add(id(row, "id", FollowUpId::new));
        return;
      }
      Name name = text(row, "name", Name::new);
      RegionPath region = regions.path(row.getInt("region_key"));
      if (kind.equals("client") || kind.equals("number")) {
        ClientId client = id(row, "id", ClientId::new);
        OfficerId owner = optionalId(row, "owner_id", OfficerId::new);
        found.clients().put(client, new ReferredClient(name, region, owner));
        addNumbers(row, client, numbers, found);
        return;
      }
      ActorId actor = id(row, "id", ActorId::new);
      if (actors.contains(actor)) {
        found.actors().put(actor, name);
      }
      OfficerId officer = new OfficerId(actor.value());
      if (officers.contains(officer)) {
        found.officers().put(officer, new ReferredOfficer(name, region));
      }
    });
    return found;
  }

  private static void addNumbers(
      ResultSet row, ClientId client, Set<PhoneNumber> wanted, References found)
      throws SQLException {
    Array numbers = row.getArray("numbers");
    if (numbers != null) {
      Stream.of((String[]) numbers.getArray())
          .map(PhoneNumber::new)
          .filter(wanted::contains)
          .forEach(
              number -> found.numbers().computeIfAbsent(number, _ -> new HashSet<>()).add(client));
    }
  }

  private static String[] texts(Set<?> ids) {
    return ids.stream().map(Object::toString).toArray(String[]::new);
  }
}
