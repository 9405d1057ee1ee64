package io.calllog.persistence.call;

import io.calllog.application.call.CallFingerprint;
import io.calllog.application.call.port.out.CallRepository;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.persistence.shared.Times;
import jakarta.persistence.EntityManager;
import java.sql.Types;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JpaCallRepository implements CallRepository {

  private static final String INSERT_IF_ABSENT =
      """
      INSERT INTO calls (id, officer_id, client_id, region_key, type, outcome, duration_seconds,
                         started_at, comment, external_id, logged_by, logged_at, updated_at, fingerprint, version)
      VALUES (:id, :officer, :client,
              (SELECT region_key FROM officers WHERE id = :officer FOR SHARE), :type, :outcome, :seconds,
              :startedAt, :comment, :externalId, :loggedBy, :loggedAt, :updatedAt, :fingerprint, :version)
      ON CONFLICT (id) DO NOTHING
      """;

  private final CallJpaRepository rows;
  private final CallEntityMapper mapper;
  private final EntityManager entityManager;
  private final JdbcClient database;

  JpaCallRepository(
      CallJpaRepository rows,
      CallEntityMapper mapper,
      EntityManager entityManager,
      JdbcClient database) {
    this.rows = rows;
    this.mapper = mapper;
    this.entityManager = entityManager;
    this.database = database;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Call> findForUpdate(CallId id) {
    entityManager.clear(); // to read the last committed state; all writes are flushed
    return rows.findLocked(id.value()).map(mapper::toCall);
  }

  /**
   * Uses one statement, so that only one of two concurrent calls with the same id is added. It
   * waits for a change of the officer, so that the region is the current one: {@link
   * JdbcOfficerCalls} moves calls to another region.
   */
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean addIfAbsent(Call call, @Nullable CallFingerprint fingerprint) {
    CallFacts facts = call.facts();
    int inserted =
        database
            .sql(INSERT_IF_ABSENT)
            .param("id", call.id().value())
            .param("officer", call.officerId().value())
            .param(
                "client", facts.clientId() == null ? null : facts.clientId().value(), Types.OTHER)
            .param("type", facts.type().name())
            .param("outcome", facts.outcome().name())
            .param("seconds", facts.durationSeconds().seconds())
            .param("startedAt", Times.parameter(facts.startedAt()))
            .param(
                "comment", facts.comment() == null ? null : facts.comment().value(), Types.VARCHAR)
            .param(
                "externalId",
                facts.externalId() == null ? null : facts.externalId().value(),
                Types.VARCHAR)
            .param("loggedBy", call.loggedBy().value())
            .param("loggedAt", Times.parameter(call.loggedAt()))
            .param("updatedAt", Times.parameter(call.updatedAt()))
            .param("fingerprint", fingerprint == null ? null : bytes(fingerprint), Types.BINARY)
            .param("version", call.version())
            .update();
    return inserted == 1;
  }

  @Override
  public Optional<UsedId> findUsedId(CallId id) {
    return database
        .sql("SELECT fingerprint, deleted_at IS NOT NULL AS deleted FROM calls WHERE id = :id")
        .param("id", id.value())
        .query((row, _) -> new UsedId(read(row.getBytes("fingerprint")), row.getBoolean("deleted")))
        .optional();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Call update(Call call) {
    CallEntity row = rows.current(call.id().value(), call.version());
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

  private static byte[] bytes(CallFingerprint fingerprint) {
    return HexFormat.of().parseHex(fingerprint.hex());
  }

  private static @Nullable CallFingerprint read(byte @Nullable [] stored) {
    return stored == null ? null : new CallFingerprint(HexFormat.of().formatHex(stored));
  }
}
