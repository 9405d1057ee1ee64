package io.calllog.persistence.client;

import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Visibility;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Pages;
import io.calllog.persistence.shared.Parameters;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcClientViews implements ClientViews {

  private record Row(Client client, String sortName) {}

  private static final ClientRowMapper MAPPER = new ClientRowMapper();

  private final JdbcClient database;

  JdbcClientViews(JdbcClient database) {
    this.database = database;
  }

  @Override
  public Optional<Client> find(ClientId id, Visibility visibility) {
    var parameters = new Parameters();
    String where =
        visible(parameters, ClientFilter.ALL, visibility).and("c.id = ?", id.value()).sql();
    return read("SELECT c.* FROM clients c WHERE " + where, parameters).stream()
        .map(Row::client)
        .findFirst();
  }

  @Override
  public Slice<Client, ByName> list(
      ClientFilter filter, Visibility visibility, Paging<ByName> paging) {
    var statement = new ClientListStatement(filter, visibility, paging);
    return Pages.of(
        read(statement.sql(), statement.parameters()),
        paging,
        Row::client,
        row -> new ByName(row.sortName(), row.client().id().value()),
        () -> count(filter, visibility));
  }

  private Slice.Total count(ClientFilter filter, Visibility visibility) {
    var parameters = new Parameters();
    Conditions conditions = visible(parameters, filter, visibility);
    if (filter.region() != null) {
      conditions.within("c.region", filter.region());
    }
    return Pages.count(database, "clients c WHERE " + conditions.sql(), parameters);
  }

  private static Conditions visible(
      Parameters parameters, ClientFilter filter, Visibility visibility) {
    return ClientConditions.exceptRegion(parameters, filter)
        .visible(visibility, "c.region", "c.owner_id");
  }

  private List<Row> read(String sql, Parameters parameters) {
    return database
        .sql(sql)
        .params(parameters.byName())
        .query((row, number) -> new Row(MAPPER.mapRow(row, number), row.getString("sort_name")))
        .list();
  }
}
