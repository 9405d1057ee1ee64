package io.calllog.persistence.call;

import io.calllog.application.call.CallFingerprint;
import io.calllog.application.call.port.out.CallRepository;
import io.calllog.application.call.view.CallFollowUps;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.RegionPath;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.Columns;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Times;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JpaCallRepository implements CallRepository {

  /**
   * Transactions that add the same ids add them in the same order, so they do not deadlock. An
   * officer without a region is locked, so that the call waits for a move to the first one: {@link
   * JdbcOfficerCalls} takes the calls along.
   */
  private static final String INSERT_ABSENT =
      """
      INSERT INTO calls (id, officer_id, client_id, region_key, type, outcome, duration_seconds, started_at,
                         comment, external_id, number, logged_by, logged_at, updated_at, fingerprint)
      SELECT n.id, n.officer, n.client,
             CASE WHEN o.region_key = :unassigned
                  THEN (SELECT region_key FROM officers WHERE id = n.officer FOR SHARE)
                  ELSE o.region_key END,
             n.type, n.outcome, n.seconds, n.started_at,
             n.comment, n.external_id, n.number, n.logged_by, n.logged_at, n.updated_at, decode(n.fingerprint, 'hex')
      FROM unnest(cast(:id AS uuid[]), cast(:officer AS uuid[]), cast(:client AS uuid[]), cast(:type AS text[]),
                  cast(:outcome AS text[]), cast(:seconds AS integer[]), cast(:startedAt AS timestamptz[]),
                  cast(:comment AS text[]), cast(:externalId AS text[]), cast(:number AS text[]),
                  cast(:loggedBy AS uuid[]), cast(:loggedAt AS timestamptz[]), cast(:updatedAt AS timestamptz[]),
                  cast(:fingerprint AS text[]))
             AS n (id, officer, client, type, outcome, seconds, started_at, comment, external_id, number, logged_by,
                   logged_at, updated_at, fingerprint)
      LEFT JOIN officers o ON o.id = n.officer
      ORDER BY n.id
      ON CONFLICT (id) DO NOTHING
      RETURNING id
      """;

  private final CallJpaRepository rows;
  private final CallEntityMapper mapper;
  private final EntityManager entityManager;
  private final JdbcClient database;
  private final RegionTree regions;
  private final CallMetrics metrics;

  JpaCallRepository(
      CallJpaRepository rows,
      CallEntityMapper mapper,
      EntityManager entityManager,
      JdbcClient database,
      RegionTree regions,
      CallMetrics metrics) {
    this.rows = rows;
    this.mapper = mapper;
    this.entityManager = entityManager;
    this.database = database;
    this.regions = regions;
    this.metrics = metrics;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Call> findForUpdate(CallId id) {
    entityManager.clear(); // to read the last committed state; all writes are flushed
    return rows.findLocked(id.value()).map(mapper::toCall);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Call> findDeletedForUpdate(CallId id) {
    entityManager.clear(); // to read the last committed state; all writes are flushed
    return rows.findDeletedLocked(id.value()).map(mapper::toCall);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Set<CallId> addAbsent(Collection<NewCall> added) {
    List<Call> calls = added.stream().map(NewCall::call).toList();
    List<CallFacts> facts = calls.stream().map(Call::facts).toList();
    Set<CallId> absent =
        database
            .sql(INSERT_ABSENT)
            .param("unassigned", regions.keyOf(RegionPath.UNASSIGNED))
            .param("id", column(calls, Call::id))
            .param("officer", column(calls, Call::officerId))
            .param("client", column(facts, CallFacts::clientId))
            .param("type", column(facts, CallFacts::type))
            .param("outcome", column(facts, CallFacts::outcome))
            .param("seconds", column(facts, f -> f.durationSeconds().seconds()))
            .param("startedAt", column(facts, CallFacts::startedAt))
            .param("comment", column(facts, f -> f.comment() == null ? null : f.comment().value()))
            .param(
                "externalId",
                column(facts, f -> f.externalId() == null ? null : f.externalId().value()))
            .param("number", column(facts, f -> f.number() == null ? null : f.number().value()))
            .param("loggedBy", column(calls, Call::loggedBy))
            .param("loggedAt", column(calls, Call::loggedAt))
            .param("updatedAt", column(calls, Call::updatedAt))
            .param(
                "fingerprint",
                column(added, n -> n.fingerprint() == null ? null : n.fingerprint().hex()))
            .query((row, _) -> Columns.id(row, "id", CallId::new))
            .set();
    metrics.count(added.size(), absent.size());
    return absent;
  }

  @Override
  public Map<CallId, UsedId> findUsedIds(Set<CallId> ids) {
    Map<CallId, UsedId> used = new HashMap<>();
    database
        .sql(
            """
            SELECT id, fingerprint, deleted_at IS NOT NULL AS deleted,
                   (SELECT f.id FROM follow_ups f WHERE f.from_call_id = calls.id) AS made,
                   ARRAY (SELECT f.id FROM follow_ups f WHERE f.done_by_call_id = calls.id ORDER BY f.id) AS completed
            FROM calls WHERE id = ANY (cast(:ids AS uuid[]))
            """)
        .param("ids", ids.stream().map(CallId::toString).toArray(String[]::new))
        .query(row -> {
          used.put(
              Columns.id(row, "id", CallId::new),
              new UsedId(
                  read(row.getBytes("fingerprint")),
                  row.getBoolean("deleted"),
                  new CallFollowUps(
                      Columns.optionalId(row, "made", FollowUpId::new),
                      Stream.of((UUID[]) row.getArray("completed").getArray())
                          .map(FollowUpId::new)
                          .toList())));
        });
    return used;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Call update(Call call) {
    CallEntity row = rows.current(call.id().value(), call.version());
    if (!row.officerId.equals(call.officerId().value())) {
      row.regionKey = lockRegionOf(call.officerId());
    }
    mapper.write(call, row);
    return mapper.toCall(rows.change(row));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(Call call, Instant now) {
    CallEntity row = rows.current(call.id().value(), call.version());
    row.markDeleted(now);
    rows.change(row);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void restore(Call call, Instant now) {
    CallEntity row = rows.currentOrDeleted(call.id().value(), call.version());
    row.markRestored(now);
    rows.change(row);
  }

  /** The ids are locked in their order, as by others. */
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Call> claim(
      ClientId client, Set<PhoneNumber> numbers, Visibility visibility, int limit, Instant now) {
    var parameters = new Parameters();
    String[] array = numbers.stream().map(PhoneNumber::value).toArray(String[]::new);
    Conditions unclaimed =
        new Conditions(parameters)
            .and("c.number = ANY (cast(? AS text[]))", (Object) array)
            .and("c.client_id IS NULL AND c.deleted_at IS NULL")
            .visible(regions.reach(visibility, null), "c.region_key", "c.officer_id");
    String sql =
        """
        WITH claimed AS MATERIALIZED (
          SELECT c.id FROM calls c WHERE %s ORDER BY c.id LIMIT %s FOR UPDATE
        )
        UPDATE calls c SET client_id = %s, updated_at = %s, version = c.version + 1
        FROM claimed WHERE c.id = claimed.id
        RETURNING c.*
        """
            .formatted(
                unclaimed.sql(),
                parameters.bind(limit),
                parameters.bind(client.value()),
                parameters.bind(Times.parameter(now)));
    return database
        .sql(sql)
        .params(parameters.byName())
        .query((row, _) -> CallRowMapper.call(row, regions::path))
        .list();
  }

  /** As for a new call, a move of the officer waits, so that it takes the call along. */
  private int lockRegionOf(OfficerId officer) {
    return database
        .sql("SELECT region_key FROM officers WHERE id = :id FOR SHARE")
        .param("id", officer.value())
        .query(Integer.class)
        .single();
  }

  /** The texts of one value of each row, as PostgreSQL reads them. */
  static <T> @Nullable String[] column(Collection<T> rows, Function<T, @Nullable Object> value) {
    return rows.stream()
        .map(value)
        .map(each -> each == null ? null : each.toString())
        .toArray(String[]::new);
  }

  private static @Nullable CallFingerprint read(byte @Nullable [] stored) {
    return stored == null ? null : new CallFingerprint(HexFormat.of().formatHex(stored));
  }
}
