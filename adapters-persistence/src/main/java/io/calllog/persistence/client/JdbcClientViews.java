package io.calllog.persistence.client;

import static io.calllog.persistence.shared.Columns.id;
import static io.calllog.persistence.shared.Columns.optionalId;
import static io.calllog.persistence.shared.Columns.optionalText;
import static io.calllog.persistence.shared.Columns.text;

import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.PostalAddress;
import io.calllog.domain.shared.Region;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Pages;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcClientViews implements ClientViews {

  /** A client and its sort key. */
  private record Row(Client client, String sortName) {}

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
    return ClientConditions.living(parameters, filter)
        .visible(visibility, "c.region", "c.owner_id");
  }

  private List<Row> read(String sql, Parameters parameters) {
    return database
        .sql(sql)
        .params(parameters.byName())
        .query((row, _) -> new Row(client(row), row.getString("sort_name")))
        .list();
  }

  private static Client client(ResultSet row) throws SQLException {
    var details =
        new ClientDetails(
            text(row, "name", Name::new),
            optionalText(row, "company", Name::new),
            optionalText(row, "phone", PhoneNumber::new),
            optionalText(row, "email", EmailAddress::new),
            optionalText(row, "address", PostalAddress::new),
            text(row, "region", Region::new),
            text(row, "status", ClientStatus::valueOf),
            optionalId(row, "owner_id", OfficerId::new));
    return new Client(
        id(row, "id", ClientId::new),
        details,
        Times.read(row, "created_at"),
        Times.read(row, "updated_at"),
        row.getLong("version"));
  }
}
