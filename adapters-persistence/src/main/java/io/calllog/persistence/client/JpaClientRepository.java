package io.calllog.persistence.client;

import io.calllog.application.client.port.out.ClientRepository;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.RegionPath;
import io.calllog.persistence.region.Placement;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Times;
import io.calllog.persistence.shared.Violations;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JpaClientRepository implements ClientRepository {

  private static final String UNIQUE_EXTERNAL_ID = "clients_external_id_of_living";

  private final ClientJpaRepository rows;
  private final ClientEntityMapper mapper;
  private final Placement placement;
  private final EntityManager entityManager;
  private final JdbcClient database;
  private final RegionTree regions;

  JpaClientRepository(
      ClientJpaRepository rows,
      ClientEntityMapper mapper,
      Placement placement,
      EntityManager entityManager,
      JdbcClient database,
      RegionTree regions) {
    this.rows = rows;
    this.mapper = mapper;
    this.placement = placement;
    this.entityManager = entityManager;
    this.database = database;
    this.regions = regions;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Client> findForUpdate(ClientId id) {
    entityManager.clear(); // to read the last committed state; all writes are flushed
    return rows.findLocked(id.value()).map(mapper::toClient);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Client> findDeletedForUpdate(ClientId id) {
    entityManager.clear(); // to read the last committed state; all writes are flushed
    return rows.findDeletedLocked(id.value())
        .filter(row -> row.mergedInto == null)
        .map(mapper::toClient);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Client> findMergedForUpdate(ClientId id) {
    return rows.findMergedLocked(id.value()).stream().map(mapper::toClient).toList();
  }

  /** The lock makes a second request with the same id wait, and see what the first one added. */
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean isUsed(ClientId id) {
    database
        .sql("SELECT pg_advisory_xact_lock(hashtextextended(cast(:id AS text), 0))")
        .param("id", id.value())
        .query(_ -> {});
    return database
        .sql("SELECT EXISTS (SELECT FROM clients WHERE id = :id)")
        .param("id", id.value())
        .query(Boolean.class)
        .single();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(Client client) {
    ExternalId externalId = client.details().externalId();
    if (externalId != null && isOfMerged(externalId)) {
      throw externalIdTaken();
    }
    var row = new ClientEntity();
    mapper.write(client, row);
    row.regionKey = keyOf(client, List.of());
    withUniqueExternalId(() -> rows.saveAndFlush(row));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Client update(Client client) {
    ClientEntity row = rows.current(client.id().value(), client.version());
    mapper.write(client, row);
    row.regionKey = keyOf(client, List.of(row.regionKey));
    return mapper.toClient(withUniqueExternalId(() -> rows.change(row)));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Client> handOver(OfficerId from, OfficerId to, Visibility visibility, Instant now) {
    var parameters = new Parameters();
    String owner = parameters.bind(to.value());
    String updatedAt = parameters.bind(Times.parameter(now));
    Conditions given =
        ClientConditions.living(parameters)
            .and("c.owner_id = ?", from.value())
            .visible(regions.reach(visibility, null), "c.region_key", "c.owner_id");
    return database
        .sql(
            """
            UPDATE clients c SET owner_id = %s, updated_at = %s, version = version + 1
            WHERE %s RETURNING OLD.*
            """
                .formatted(owner, updatedAt, given.sql()))
        .params(parameters.byName())
        .query(new ClientRowMapper(regions::path))
        .list();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(Client client, Instant now) {
    ClientEntity row = rows.current(client.id().value(), client.version());
    row.markDeleted(now);
    rows.change(row);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(Client client, ClientId mergedInto, Instant now) {
    ClientEntity row = rows.current(client.id().value(), client.version());
    row.mergedInto = mergedInto.value();
    row.markDeleted(now);
    rows.change(row);
    database
        .sql("UPDATE clients SET merged_into = :into WHERE merged_into = :merged")
        .param("into", mergedInto.value())
        .param("merged", client.id().value())
        .update();
  }

  /** A region may have been created again, so its key is looked up. */
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Client restore(Client client, Instant now) {
    ClientEntity row = rows.currentOrDeleted(client.id().value(), client.version());
    row.markRestored(now);
    var region = new Placement.Field("region", List.of(client.details().region()), List.of());
    row.regionKey = placement.keysOfRestored(region).getFirst().getFirst();
    return mapper.toClient(withUniqueExternalId(() -> rows.change(row)));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void erase(Client client, Instant now) {
    ClientEntity row = rows.currentOrDeleted(client.id().value(), client.version());
    mapper.write(client, row);
    if (!row.isDeleted()) {
      row.markDeleted(now);
    }
    rows.change(row);
  }

  private int keyOf(Client client, List<Integer> stored) {
    List<RegionPath> region = List.of(client.details().region());
    return placement.keys(new Placement.Field("region", region, stored)).getFirst().getFirst();
  }

  private static ClientEntity withUniqueExternalId(Supplier<ClientEntity> write) {
    try {
      return write.get();
    } catch (DataIntegrityViolationException e) {
      if (Violations.violates(e, UNIQUE_EXTERNAL_ID)) {
        throw externalIdTaken();
      }
      throw e;
    }
  }

  private boolean isOfMerged(ExternalId externalId) {
    return database
        .sql(
            """
            SELECT EXISTS (
              SELECT FROM clients m JOIN clients c ON c.id = m.merged_into
              WHERE m.external_id = :id AND m.merged_into IS NOT NULL AND c.deleted_at IS NULL)
            """)
        .param("id", externalId.value())
        .query(Boolean.class)
        .single();
  }

  private static Conflict externalIdTaken() {
    return new Conflict("external-id-taken", "Another client has this external id.");
  }
}
