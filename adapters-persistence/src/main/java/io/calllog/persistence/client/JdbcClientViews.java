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
import io.calllog.persistence.shared.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcClientViews implements ClientViews {

  private record Row(Client client, String sortName) {}

  private static final String PREVIOUS_OWNER =
      """
      (SELECT CAST(change ->> 'from' AS uuid) FROM jsonb_array_elements(a.changes) change
       WHERE change ->> 'field' = 'ownerId')\
      """;

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
  public Optional<Client> findAsOf(Instant time, ClientId id, Visibility visibility) {
    var parameters = new Parameters();
    Conditions one =
        new Conditions(parameters)
            .and("c.id = ?", id.value())
            .and("c.deleted_at IS NULL OR c.deleted_at > ?", Times.parameter(time));
    Reach reach = regions.reach(visibility, null);
    String now = visible(new Conditions(parameters), reach).sql();
    // An entry of the audit trail has the region before the change.
    Conditions before =
        new Conditions(parameters)
            .and("a.subject_id = c.id AND a.subject_type = 'CLIENT'")
            .and("a.at > ?", Times.parameter(time));
    String seen = new Conditions(parameters).visible(reach, "a.region_key", PREVIOUS_OWNER).sql();
    String sql =
        "SELECT c.* FROM clients c WHERE %s AND (%s OR EXISTS (SELECT FROM audit_log a WHERE %s AND %s))"
            .formatted(one.sql(), now, before.sql(), seen);
    return read(sql, parameters).stream().map(Row::client).findFirst();
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
