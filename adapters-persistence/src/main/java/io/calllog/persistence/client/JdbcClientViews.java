package io.calllog.persistence.client;

import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.client.view.ClientView;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Pages;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcClientViews implements ClientViews {

  /** A view and what it is sorted by. */
  private record Row(ClientView view, String sortName) {}

  private final JdbcClient database;

  JdbcClientViews(JdbcClient database) {
    this.database = database;
  }

  @Override
  public Optional<ClientView> find(ClientId id, Visibility visibility) {
    var parameters = new Parameters();
    String where =
        visible(parameters, ClientFilter.ALL, visibility).and("c.id = ?", id.value()).sql();
    return read("SELECT c.* FROM clients c WHERE " + where, parameters).stream()
        .map(Row::view)
        .findFirst();
  }

  @Override
  public Slice<ClientView, ByName> list(
      ClientFilter filter, Visibility visibility, Paging<ByName> paging) {
    var statement = new ClientListStatement(filter, visibility, paging);
    return Pages.of(
        read(statement.sql(), statement.parameters()),
        paging,
        Row::view,
        row -> new ByName(row.sortName(), row.view().id().value()),
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
    return ClientConditions.living(parameters, filter)
        .visible(visibility, "c.region", "c.owner_id");
  }

  private List<Row> read(String sql, Parameters parameters) {
    return database
        .sql(sql)
        .params(parameters.byName())
        .query((row, _) -> new Row(view(row), row.getString("sort_name")))
        .list();
  }

  private static ClientView view(ResultSet row) throws SQLException {
    UUID owner = row.getObject("owner_id", UUID.class);
    return new ClientView(
        new ClientId(row.getObject("id", UUID.class)),
        row.getString("name"),
        row.getString("company"),
        row.getString("phone"),
        row.getString("email"),
        row.getString("address"),
        row.getString("region"),
        ClientStatus.valueOf(row.getString("status")),
        owner == null ? null : new OfficerId(owner),
        Times.read(row, "created_at"),
        Times.read(row, "updated_at"),
        row.getLong("version"));
  }
}
