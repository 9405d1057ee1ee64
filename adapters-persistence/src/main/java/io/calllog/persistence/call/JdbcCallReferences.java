package io.calllog.persistence.call;

import static io.calllog.persistence.shared.Columns.id;
import static io.calllog.persistence.shared.Columns.optionalId;
import static io.calllog.persistence.shared.Columns.text;

import io.calllog.application.call.port.out.CallReferences;
import io.calllog.domain.client.ClientId;
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
      SELECT true AS is_officer, id, name, region_key, NULL AS owner_id FROM officers
      WHERE id = ANY (cast(:officers AS uuid[])) AND deleted_at IS NULL
      UNION ALL
      SELECT false, id, name, region_key, owner_id FROM clients
      WHERE id = ANY (cast(:clients AS uuid[])) AND deleted_at IS NULL
      """;

  private final JdbcClient database;
  private final RegionTree regions;

  JdbcCallReferences(JdbcClient database, RegionTree regions) {
    this.database = database;
    this.regions = regions;
  }

  @Override
  public References find(Set<OfficerId> officers, Set<ClientId> clients) {
    var found = new References(new HashMap<>(), new HashMap<>());
    database
        .sql(SELECT)
        .param("officers", texts(officers))
        .param("clients", texts(clients))
        .query(row -> {
          Name name = text(row, "name", Name::new);
          RegionPath region = regions.path(row.getInt("region_key"));
          if (row.getBoolean("is_officer")) {
            found.officers().put(id(row, "id", OfficerId::new), new ReferredOfficer(name, region));
          } else {
            OfficerId owner = optionalId(row, "owner_id", OfficerId::new);
            found
                .clients()
                .put(id(row, "id", ClientId::new), new ReferredClient(name, region, owner));
          }
        });
    return found;
  }

  private static String[] texts(Set<?> ids) {
    return ids.stream().map(Object::toString).toArray(String[]::new);
  }
}
