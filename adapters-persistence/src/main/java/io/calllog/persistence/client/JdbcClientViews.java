package io.calllog.persistence.client;

import static java.util.Comparator.naturalOrder;

import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.client.view.ClientOrder;
import io.calllog.application.client.view.ListedClient;
import io.calllog.application.client.view.OwnedClient;
import io.calllog.application.client.view.PossibleDuplicate;
import io.calllog.application.shared.Cursor.ByLastCall;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Visibility;
import io.calllog.persistence.client.ClientConditions.Today;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.Columns;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.ExportReader;
import io.calllog.persistence.shared.Pages;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import io.calllog.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcClientViews implements ClientViews {

  private record Row(ListedClient listed, String sortName) {}

  private static final String PREVIOUS_OWNER =
      """
      (SELECT CAST(change ->> 'from' AS uuid) FROM jsonb_array_elements(a.changes) change
       WHERE change ->> 'field' = 'ownerId')\
      """;

  private final JdbcClient database;
  private final ExportReader exports;
  private final RegionTree regions;
  private final ReportingZone zone;
  private final InstantSource clock;
  private final ClientRowMapper mapper;

  JdbcClientViews(
      @Qualifier("readDatabase") JdbcClient database,
      ExportReader exports,
      RegionTree regions,
      ReportingZone zone,
      InstantSource clock) {
    this.database = database;
    this.exports = exports;
    this.regions = regions;
    this.zone = zone;
    this.clock = clock;
    this.mapper = new ClientRowMapper(regions::path);
  }

  @Override
  public Optional<Client> find(ClientId id, Visibility visibility) {
    var parameters = new Parameters();
    Conditions one = ClientConditions.living(parameters).and("c.id = ?", id.value());
    String where = visible(one, regions.reach(visibility, null)).sql();
    return database
        .sql("SELECT c.* FROM clients c WHERE " + where)
        .params(parameters.byName())
        .query(mapper)
        .optional();
  }

  @Override
  public Optional<Client> findMergedInto(ClientId id, Visibility visibility) {
    var parameters = new Parameters();
    Conditions other = ClientConditions.living(parameters).and("m.id = ?", id.value());
    String where = visible(other, regions.reach(visibility, null)).sql();
    String sql = "SELECT c.* FROM clients m JOIN clients c ON c.id = m.merged_into WHERE " + where;
    return database.sql(sql).params(parameters.byName()).query(mapper).optional();
  }

  @Override
  public Set<ClientId> findIds(ClientId id, Visibility visibility) {
    var parameters = new Parameters();
    Conditions one = ClientConditions.living(parameters).and("c.id = ?", id.value());
    String where = visible(one, regions.reach(visibility, null)).sql();
    String sql =
        """
        SELECT unnest(ARRAY[c.id] || ARRAY(SELECT m.id FROM clients m WHERE m.merged_into = c.id)) AS id
        FROM clients c WHERE %s
        """
            .formatted(where);
    return readIds(sql, parameters);
  }

  @Override
  public Set<ClientId> findAllIds(Set<ClientId> ids) {
    var parameters = new Parameters();
    String named = parameters.bind(ids.stream().map(ClientId::value).toArray(UUID[]::new));
    String sql =
        """
        WITH named AS (
          SELECT coalesce(merged_into, id) AS id FROM clients WHERE id = ANY (cast(%s AS uuid[])))
        SELECT id FROM named UNION SELECT m.id FROM clients m JOIN named n ON n.id = m.merged_into
        """
            .formatted(named);
    Set<ClientId> all = new HashSet<>(ids);
    all.addAll(readIds(sql, parameters));
    return all;
  }

  @Override
  public List<PossibleDuplicate> findPossibleDuplicates(
      ClientId id, ClientDetails details, Visibility visibility) {
    var parameters = new Parameters();
    Conditions others = new Conditions(parameters).and("c.id <> ?", id.value());
    String where = visible(others, regions.reach(visibility, null)).sql();
    return database
        .sql(PossibleDuplicates.statement(details, where, parameters))
        .params(parameters.byName())
        .query(PossibleDuplicates::map)
        .list();
  }

  @Override
  public Map<AsOf, Client> findAsOf(Set<AsOf> wanted, Visibility visibility) {
    List<AsOf> places = List.copyOf(wanted);
    Instant earliest = places.stream().map(AsOf::time).min(naturalOrder()).orElse(Instant.MIN);
    var parameters = new Parameters();
    String ids = parameters.bind(texts(places, AsOf::id));
    String times = parameters.bind(texts(places, AsOf::time));
    Reach reach = regions.reach(visibility, null);
    String now = visible(new Conditions(parameters), reach).sql();
    // An entry of the audit trail has the region before the change. The bound of the earliest time
    // prunes partitions.
    Conditions before =
        new Conditions(parameters)
            .and("a.subject_id = c.id AND a.subject_type = 'CLIENT' AND a.at > w.time")
            .and("a.at > ?", Times.parameter(earliest));
    String seen = new Conditions(parameters).visible(reach, "a.region_key", PREVIOUS_OWNER).sql();
    String sql =
        """
        SELECT c.*, w.place
        FROM unnest(cast(%s AS uuid[]), cast(%s AS timestamptz[])) WITH ORDINALITY AS w (id, time, place)
        JOIN clients c ON c.id = w.id
        WHERE (c.deleted_at IS NULL OR c.deleted_at > w.time OR c.merged_into IS NOT NULL)
          AND (%s OR EXISTS (SELECT FROM audit_log a WHERE %s AND %s))
        """
            .formatted(ids, times, now, before.sql(), seen);
    Map<AsOf, Client> found = new HashMap<>();
    database
        .sql(sql)
        .params(parameters.byName())
        .query(row -> {
          found.put(places.get(row.getInt("place") - 1), mapper.mapRow(row, 0));
        });
    return found;
  }

  @Override
  public Slice<ListedClient, ByName> list(
      ClientFilter filter, Visibility visibility, Paging<ByName> paging) {
    Reach reach = regions.reach(visibility, filter.region());
    return Pages.of(
        read(ClientListStatement.byName(filter, reach, paging, today())),
        paging,
        Row::listed,
        row -> new ByName(row.sortName(), row.listed().client().id().value()),
        () -> count(filter, reach));
  }

  @Override
  public Slice<ListedClient, ByLastCall> listByLastCall(
      ClientFilter filter, Visibility visibility, boolean latestFirst, Paging<ByLastCall> paging) {
    Reach reach = regions.reach(visibility, filter.region());
    return Pages.of(
        read(ClientListStatement.byLastCall(filter, reach, latestFirst, paging, today())),
        paging,
        Row::listed,
        row -> new ByLastCall(row.listed().lastCallAt(), row.listed().client().id().value()),
        () -> count(filter, reach));
  }

  @Override
  public void export(
      ClientFilter filter, ClientOrder order, Visibility visibility, Export<OwnedClient> export) {
    var parameters = new Parameters();
    Reach reach = regions.reach(visibility, filter.region());
    String from = ClientListStatement.WITH_TOTALS + matching(parameters, filter, reach);
    String sql =
        "SELECT c.*, o.name AS owner_name FROM (SELECT c.* FROM %s) c LEFT JOIN officers o ON o.id = c.owner_id ORDER BY %s"
            .formatted(from, ClientListStatement.orderBy(order));
    var clients = new ClientRowMapper(regions.readPaths());
    exports.read(
        from,
        sql,
        parameters,
        (row, _) -> new OwnedClient(listed(clients, row), row.getString("owner_name")),
        export);
  }

  private Slice.Total count(ClientFilter filter, Reach reach) {
    var parameters = new Parameters();
    String from = ClientListStatement.tableFor(filter) + matching(parameters, filter, reach);
    return Pages.count(database, from, parameters);
  }

  private String matching(Parameters parameters, ClientFilter filter, Reach reach) {
    return " c WHERE "
        + ClientConditions.living(parameters).sql()
        + " AND "
        + visible(ClientConditions.exceptRegion(parameters, filter, today()), reach).sql();
  }

  private Today today() {
    return new Today(zone.today(clock), zone);
  }

  private static Conditions visible(Conditions conditions, Reach reach) {
    return conditions.visible(reach, "c.region_key", "c.owner_id");
  }

  private Set<ClientId> readIds(String sql, Parameters parameters) {
    return database
        .sql(sql)
        .params(parameters.byName())
        .query((row, _) -> Columns.id(row, "id", ClientId::new))
        .set();
  }

  private List<Row> read(ClientListStatement statement) {
    return database
        .sql(statement.sql())
        .params(statement.parameters().byName())
        .query((row, _) -> new Row(listed(mapper, row), row.getString("sort_name")))
        .list();
  }

  private static ListedClient listed(ClientRowMapper mapper, ResultSet row) throws SQLException {
    return new ListedClient(
        mapper.mapRow(row, 0),
        row.getLong("calls"),
        row.getLong("connected"),
        Times.readNullable(row, "last_call_at"));
  }

  private static String[] texts(List<AsOf> places, Function<AsOf, Object> value) {
    return places.stream().map(value).map(Object::toString).toArray(String[]::new);
  }
}
