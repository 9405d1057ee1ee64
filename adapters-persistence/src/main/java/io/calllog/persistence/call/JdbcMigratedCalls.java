package io.calllog.persistence.call;

import static io.calllog.persistence.shared.Columns.column;

import io.calllog.application.migration.port.out.MigratedCalls;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.RegionPath;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.Columns;
import java.sql.Types;
import java.time.Instant;
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
class JdbcMigratedCalls implements MigratedCalls {

  /** As {@link MigratedCalls#fingerprint} computes it. */
  private static final String OF_NODE =
      "fingerprint IS NOT DISTINCT FROM sha256(convert_to('node ' || external_id, 'UTF8'))";

  /** Locks the rows in the order of their ids, as others do. */
  private static final String REPLACE =
      """
      WITH n AS MATERIALIZED (
        SELECT n.*, o.region_key AS new_region
        FROM unnest(cast(:id AS uuid[]), cast(:version AS bigint[]), cast(:officer AS uuid[]),
                    cast(:client AS uuid[]), cast(:type AS text[]), cast(:outcome AS text[]),
                    cast(:seconds AS integer[]), cast(:startedAt AS timestamptz[]), cast(:comment AS text[]),
                    cast(:loggedBy AS uuid[]), cast(:loggedAt AS timestamptz[]), cast(:updatedAt AS timestamptz[]))
               AS n (id, version, officer, client, type, outcome, seconds, started_at, comment, logged_by,
                     logged_at, updated_at)
        JOIN officers o ON o.id = n.officer
        JOIN calls c ON c.id = n.id AND c.version = n.version AND c.deleted_at IS NULL
        ORDER BY n.id FOR UPDATE OF c
      )
      UPDATE calls c
      SET officer_id = n.officer, client_id = n.client,
          region_key = CASE WHEN c.officer_id = n.officer THEN c.region_key ELSE n.new_region END,
          type = n.type, outcome = n.outcome, duration_seconds = n.seconds, started_at = n.started_at,
          comment = n.comment, logged_by = n.logged_by, logged_at = n.logged_at, updated_at = n.updated_at,
          version = c.version + 1
      FROM n
      WHERE c.id = n.id AND c.version = n.version AND c.deleted_at IS NULL
      RETURNING c.id
      """;

  private final JdbcClient database;
  private final RegionTree regions;

  JdbcMigratedCalls(JdbcClient database, RegionTree regions) {
    this.database = database;
    this.regions = regions;
  }

  @Override
  public List<Stored> find(Set<ExternalId> ids, Instant from, Instant to) {
    return database
        .sql(
            """
            SELECT *, %s AS of_node, deleted_at IS NOT NULL AS deleted FROM calls
            WHERE external_id = ANY (:ids) AND id >= :from AND id < :to
            """
                .formatted(OF_NODE))
        .param("ids", ids.stream().map(ExternalId::value).toArray(String[]::new))
        .param("from", CallTimes.firstId(from))
        .param("to", CallTimes.firstId(to))
        .query((row, _) ->
            new Stored(
                CallRowMapper.call(row, regions::path),
                row.getBoolean("of_node"),
                row.getBoolean("deleted")))
        .list();
  }

  @Override
  public References references(Set<OfficerId> officers, Set<ClientId> clients) {
    Map<OfficerId, RegionPath> foundOfficers = new HashMap<>();
    Set<ClientId> foundClients = new HashSet<>();
    database
        .sql(
            """
            SELECT id, region_key FROM officers WHERE id = ANY (cast(:officers AS uuid[]))
            UNION ALL
            SELECT id, NULL FROM clients WHERE id = ANY (cast(:clients AS uuid[]))
            """)
        .param("officers", column(officers, OfficerId::value))
        .param("clients", column(clients, ClientId::value))
        .query(row -> {
          if (row.getObject("region_key") == null) {
            foundClients.add(Columns.id(row, "id", ClientId::new));
          } else {
            foundOfficers.put(
                Columns.id(row, "id", OfficerId::new), regions.path(row.getInt("region_key")));
          }
        });
    return new References(foundOfficers, foundClients);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Set<CallId> replace(Collection<Call> calls) {
    List<CallFacts> facts = calls.stream().map(Call::facts).toList();
    return database
        .sql(REPLACE)
        .param("id", column(calls, Call::id))
        .param("version", column(calls, Call::version))
        .param("officer", column(calls, Call::officerId))
        .param("client", column(facts, CallFacts::clientId))
        .param("type", column(facts, CallFacts::type))
        .param("outcome", column(facts, CallFacts::outcome))
        .param("seconds", column(facts, f -> f.durationSeconds().seconds()))
        .param("startedAt", column(facts, CallFacts::startedAt))
        .param("comment", column(facts, f -> f.comment() == null ? null : f.comment().value()))
        .param("loggedBy", column(calls, Call::loggedBy))
        .param("loggedAt", column(calls, Call::loggedAt))
        .param("updatedAt", column(calls, Call::updatedAt))
        .query((row, _) -> Columns.id(row, "id", CallId::new))
        .set();
  }

  @Override
  public List<Call> after(@Nullable ExternalId last, int limit) {
    return database
        .sql(
            """
            SELECT * FROM calls
            WHERE external_id > :last AND deleted_at IS NULL AND %s
            ORDER BY external_id LIMIT :limit
            """
                .formatted(OF_NODE))
        .param("last", last == null ? "" : last.value(), Types.VARCHAR)
        .param("limit", limit)
        .query((row, _) -> CallRowMapper.call(row, regions::path))
        .list();
  }
}
