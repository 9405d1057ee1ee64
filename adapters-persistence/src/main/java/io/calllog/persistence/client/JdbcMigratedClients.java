package io.calllog.persistence.client;

import static io.calllog.persistence.shared.Columns.column;

import io.calllog.application.migration.port.out.MigratedClients;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import io.calllog.persistence.region.Placement;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.Columns;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcMigratedClients implements MigratedClients {

  private static final String INSERT_ABSENT =
      """
      INSERT INTO clients (id, name, company, phone, email, address, region_key, status, owner_id, external_id,
                           created_at, updated_at)
      SELECT * FROM unnest(
          cast(:id AS uuid[]), cast(:name AS text[]), cast(:company AS text[]), cast(:phone AS text[]),
          cast(:email AS text[]), cast(:address AS text[]), cast(:regionKey AS integer[]),
          cast(:status AS text[]), cast(:owner AS uuid[]), cast(:externalId AS text[]),
          cast(:createdAt AS timestamptz[]), cast(:updatedAt AS timestamptz[]))
      ON CONFLICT (id) DO NOTHING
      RETURNING id
      """;

  private final JdbcClient database;
  private final Placement placement;
  private final ClientRowMapper mapper;

  JdbcMigratedClients(JdbcClient database, Placement placement, RegionTree regions) {
    this.database = database;
    this.placement = placement;
    this.mapper = new ClientRowMapper(regions::path);
  }

  @Override
  public Stored find(Set<ClientId> ids) {
    Map<ClientId, Client> living = new HashMap<>();
    Set<ClientId> deleted = new HashSet<>();
    database
        .sql("SELECT * FROM clients WHERE id = ANY (cast(:ids AS uuid[]))")
        .param("ids", ids.stream().map(ClientId::toString).toArray(String[]::new))
        .query(row -> {
          if (row.getObject("deleted_at") == null) {
            Client client = mapper.mapRow(row, 0);
            living.put(client.id(), client);
          } else {
            deleted.add(Columns.id(row, "id", ClientId::new));
          }
        });
    return new Stored(living, deleted);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Set<ClientId> addAbsent(Collection<Client> clients) {
    List<ClientDetails> details = clients.stream().map(Client::details).toList();
    var field =
        new Placement.Field(
            "region", details.stream().map(ClientDetails::region).toList(), List.of());
    return database
        .sql(INSERT_ABSENT)
        .param("id", column(clients, Client::id))
        .param("name", column(details, d -> d.name().value()))
        .param("company", column(details, d -> d.company() == null ? null : d.company().value()))
        .param("phone", column(details, d -> d.phone() == null ? null : d.phone().value()))
        .param("email", column(details, d -> d.email() == null ? null : d.email().value()))
        .param("address", column(details, d -> d.address() == null ? null : d.address().value()))
        .param("regionKey", column(placement.keys(field).getFirst(), key -> key))
        .param("status", column(details, ClientDetails::status))
        .param("owner", column(details, ClientDetails::ownerId))
        .param(
            "externalId",
            column(details, d -> d.externalId() == null ? null : d.externalId().value()))
        .param("createdAt", column(clients, Client::createdAt))
        .param("updatedAt", column(clients, Client::updatedAt))
        .query((row, _) -> Columns.id(row, "id", ClientId::new))
        .set();
  }

  @Override
  public List<ClientId> idsAfter(@Nullable ClientId last, int limit) {
    return database
        .sql(
            """
            SELECT id FROM clients
            WHERE (cast(:last AS uuid) IS NULL OR id > :last) AND deleted_at IS NULL
              AND uuid_extract_version(id) IS DISTINCT FROM 7
              AND NOT EXISTS (
                  SELECT FROM audit_log WHERE subject_id = clients.id AND action = 'CLIENT_CREATED')
            ORDER BY id LIMIT :limit
            """)
        .param("last", last == null ? null : last.value(), Types.OTHER)
        .param("limit", limit)
        .query((row, _) -> Columns.id(row, "id", ClientId::new))
        .list();
  }
}
