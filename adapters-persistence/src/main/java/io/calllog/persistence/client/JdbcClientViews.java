package io.calllog.persistence.client;

import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Visibility;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Pages;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcClientViews implements ClientViews {

  private record Row(Client client, String sortName) {}

  private final JdbcClient database;
  private final RegionTree regions;
  private final ClientRowMapper mapper;

  JdbcClientViews(JdbcClient database, RegionTree regions) {
    this.database = database;
    this.regions = regions;
    this.mapper = new ClientRowMapper(regions);
  }

  @Override
  public Optional<Client> find(ClientId id, Visibility visibility) {
    var parameters = new Parameters();
    Conditions one = ClientConditions.living(parameters).and("c.id = ?", id.value());
    String where = visible(one, regions.reach(visibility, null)).sql();
    return read("SELECT c.* FROM clients c WHERE " + where, parameters).stream()
        .map(Row::client)
        .findFirst();
  }

  @Override
  public Slice<Client, ByName> list(
      ClientFilter filter, Visibility visibility, Paging<ByName> paging) {
    Reach reach = regions.reach(visibility, filter.region());
    var statement = ClientListStatement.of(filter, reach, paging);
    return Pages.of(
        read(statement.sql(), statement.parameters()),
        paging,
        Row::client,
        row -> new ByName(row.sortName(), row.client().id().value()),
        () -> count(filter, reach));
  }

  private Slice.Total count(ClientFilter filter, Reach reach) {
    var parameters = new Parameters();
    String where =
        ClientConditions.living(parameters).sql()
            + " AND "
            + visible(ClientConditions.exceptRegion(parameters, filter), reach).sql();
    return Pages.count(database, "clients c WHERE " + where, parameters);
  }

  private static Conditions visible(Conditions conditions, Reach reach) {
    return conditions.visible(reach, "c.region_key", "c.owner_id");
  }

  private List<Row> read(String sql, Parameters parameters) {
    return database
        .sql(sql)
        .params(parameters.byName())
        .query((row, number) -> new Row(mapper.mapRow(row, number), row.getString("sort_name")))
        .list();
  }
}
