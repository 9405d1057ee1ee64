package io.calllog.persistence.call;

import static io.calllog.persistence.shared.Columns.id;
import static io.calllog.persistence.shared.Columns.optionalId;
import static io.calllog.persistence.shared.Columns.text;

import io.calllog.application.call.port.out.CallReferences;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.RegionPath;
import io.calllog.persistence.region.RegionTree;
import java.util.HashMap;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCallReferences implements CallReferences {

  private static final String SELECT =
      """
      SELECT 'officer' AS kind, id, name, region_key, cast(NULL AS uuid) AS owner_id,
             cast(NULL AS uuid) AS client_id
      FROM officers
      WHERE id = ANY (cast(:officers AS uuid[]) || cast(:actors AS uuid[])) AND deleted_at IS NULL
      UNION ALL
      SELECT 'key', id, name, region_key, NULL, NULL FROM api_keys
      WHERE id = ANY (cast(:actors AS uuid[])) AND deleted_at IS NULL
      UNION ALL
      SELECT 'client', n.id, c.name, c.region_key, c.owner_id, c.id
      FROM clients n JOIN clients c ON c.id = coalesce(n.merged_into, n.id)
      WHERE n.id = ANY (cast(:clients AS uuid[])) AND c.deleted_at IS NULL
      """;

  private final JdbcClient database;
  private final RegionTree regions;

  JdbcCallReferences(JdbcClient database, RegionTree regions) {
    this.database = database;
    this.regions = regions;
  }

  @Override
  public References find(Set<OfficerId> officers, Set<ActorId> actors, Set<ClientId> clients) {
    var found = new References(new HashMap<>(), new HashMap<>(), new HashMap<>());
    database
        .sql(SELECT)
        .param("officers", texts(officers))
        .param("actors", texts(actors))
        .param("clients", texts(clients))
        .query(row -> {
          Name name = text(row, "name", Name::new);
          RegionPath region = regions.path(row.getInt("region_key"));
          String kind = row.getString("kind");
          if (kind.equals("client")) {
            OfficerId owner = optionalId(row, "owner_id", OfficerId::new);
            ClientId client = id(row, "client_id", ClientId::new);
            found
                .clients()
                .put(id(row, "id", ClientId::new), new ReferredClient(client, name, region, owner));
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

  private static String[] texts(Set<?> ids) {
    return ids.stream().map(Object::toString).toArray(String[]::new);
  }
}
