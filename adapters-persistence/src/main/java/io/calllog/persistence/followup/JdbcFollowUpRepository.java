package io.calllog.persistence.followup;

import static io.calllog.persistence.shared.Columns.column;

import io.calllog.application.followup.port.out.FollowUpRepository;
import io.calllog.domain.call.CallId;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.followup.FollowUpDetails;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.Conflict;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.Columns;
import io.calllog.persistence.shared.Times;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Triggers set the regions and the owner of the client. */
@Repository
class JdbcFollowUpRepository implements FollowUpRepository {

  /** Transactions that add the same ids add them in the same order, so they do not deadlock. */
  private static final String INSERT_ABSENT =
      """
      INSERT INTO follow_ups (id, client_id, officer_id, due_at, note, state, from_call_id, created_at, updated_at,
                              fingerprint)
      SELECT n.id, n.client, n.officer, n.due_at, n.note, n.state, n.from_call, n.created_at, n.updated_at,
             decode(n.fingerprint, 'hex')
      FROM unnest(cast(:id AS uuid[]), cast(:client AS uuid[]), cast(:officer AS uuid[]),
                  cast(:dueAt AS timestamptz[]), cast(:note AS text[]), cast(:state AS text[]),
                  cast(:fromCall AS uuid[]), cast(:createdAt AS timestamptz[]), cast(:updatedAt AS timestamptz[]),
                  cast(:fingerprint AS text[]))
             AS n (id, client, officer, due_at, note, state, from_call, created_at, updated_at, fingerprint)
      ORDER BY n.id
      ON CONFLICT (id) DO NOTHING
      RETURNING id
      """;

  private final JdbcClient database;
  private final RowMapper<FollowUp> mapper;

  JdbcFollowUpRepository(JdbcClient database, RegionTree regions) {
    this.database = database;
    this.mapper = (row, _) -> FollowUpRowMapper.followUp(row, regions::path);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public List<FollowUp> findForUpdate(Set<FollowUpId> ids) {
    return database
        .sql(
            """
            SELECT * FROM follow_ups WHERE id = ANY (cast(:ids AS uuid[])) AND deleted_at IS NULL
            ORDER BY id FOR UPDATE
            """)
        .param("ids", column(ids, id -> id))
        .query(mapper)
        .list();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Set<FollowUpId> addAbsent(Collection<NewFollowUp> added) {
    List<FollowUp> followUps = added.stream().map(NewFollowUp::followUp).toList();
    List<FollowUpDetails> details = followUps.stream().map(FollowUp::details).toList();
    return database
        .sql(INSERT_ABSENT)
        .param("id", column(followUps, FollowUp::id))
        .param("client", column(followUps, FollowUp::clientId))
        .param("officer", column(details, FollowUpDetails::officerId))
        .param("dueAt", column(details, FollowUpDetails::dueAt))
        .param("note", column(details, JdbcFollowUpRepository::note))
        .param("state", column(details, FollowUpDetails::state))
        .param("fromCall", column(followUps, FollowUp::fromCallId))
        .param("createdAt", column(followUps, FollowUp::createdAt))
        .param("updatedAt", column(followUps, FollowUp::updatedAt))
        .param("fingerprint", column(added, NewFollowUp::fingerprint))
        .query((row, _) -> Columns.id(row, "id", FollowUpId::new))
        .set();
  }

  @Override
  public Optional<UsedId> findUsedId(FollowUpId id) {
    return database
        .sql("SELECT fingerprint, deleted_at IS NOT NULL AS deleted FROM follow_ups WHERE id = :id")
        .param("id", id.value())
        .query((row, _) -> new UsedId(hex(row.getBytes("fingerprint")), row.getBoolean("deleted")))
        .optional();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public FollowUp update(FollowUp followUp) {
    FollowUpDetails details = followUp.details();
    CallId doneBy = followUp.doneByCallId();
    Instant doneAt = followUp.doneAt();
    return database
        .sql(
            """
            UPDATE follow_ups
            SET officer_id = :officer, due_at = :dueAt, note = :note, state = :state, done_by_call_id = :doneBy,
                done_at = :doneAt, updated_at = :updatedAt, version = version + 1
            WHERE id = :id AND version = :version AND deleted_at IS NULL
            RETURNING *
            """)
        .param("officer", details.officerId().value())
        .param("dueAt", Times.parameter(details.dueAt()))
        .param("note", note(details), Types.VARCHAR)
        .param("state", details.state().name())
        .param("doneBy", doneBy == null ? null : doneBy.value(), Types.OTHER)
        .param(
            "doneAt",
            doneAt == null ? null : Times.parameter(doneAt),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .param("updatedAt", Times.parameter(followUp.updatedAt()))
        .param("id", followUp.id().value())
        .param("version", followUp.version())
        .query(mapper)
        .optional()
        .orElseThrow(Conflict::lostRace);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(Set<OfficerId> officers, Set<ClientId> clients) {
    if (!officers.isEmpty()) {
      lock(
          "SELECT FROM officers WHERE id = ANY (cast(:ids AS uuid[])) ORDER BY id FOR SHARE",
          officers);
    }
    if (!clients.isEmpty()) {
      lock(
          """
          SELECT FROM clients
          WHERE id = ANY (ARRAY (
              SELECT coalesce(merged_into, id) FROM clients WHERE id = ANY (cast(:ids AS uuid[]))))
          ORDER BY id FOR SHARE
          """,
          clients);
    }
  }

  private void lock(String rows, Set<?> ids) {
    database.sql(rows).param("ids", column(ids, id -> id)).query(_ -> {});
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void lockForHandOver(OfficerId from) {
    String owned = "FROM clients WHERE owner_id = :from AND deleted_at IS NULL";
    String changed =
        """
        FROM follow_ups WHERE id = ANY (ARRAY (
            SELECT id FROM follow_ups WHERE officer_id = :from AND state = 'OPEN'
            UNION
            SELECT id FROM follow_ups WHERE client_id IN (SELECT id %s)))\
        """
            .formatted(owned);
    for (String rows : List.of(owned, changed)) {
      database
          .sql("SELECT %s ORDER BY id FOR NO KEY UPDATE".formatted(rows))
          .param("from", from.value())
          .query(_ -> {});
    }
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public List<FollowUp> handOver(OfficerId from, OfficerId to, Instant now) {
    return database
        .sql(
            """
            UPDATE follow_ups SET officer_id = :to, updated_at = :now, version = version + 1
            WHERE officer_id = :from AND state = 'OPEN' AND deleted_at IS NULL
            RETURNING OLD.*
            """)
        .param("to", to.value())
        .param("now", Times.parameter(now))
        .param("from", from.value())
        .query(mapper)
        .list();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(FollowUp followUp, Instant now) {
    int removed =
        database
            .sql(
                """
                UPDATE follow_ups SET deleted_at = :now, updated_at = :now, version = version + 1
                WHERE id = :id AND version = :version AND deleted_at IS NULL
                """)
            .param("now", Times.parameter(now))
            .param("id", followUp.id().value())
            .param("version", followUp.version())
            .update();
    if (removed == 0) {
      throw Conflict.lostRace();
    }
  }

  private static @Nullable String note(FollowUpDetails details) {
    return details.note() == null ? null : details.note().value();
  }

  private static @Nullable String hex(byte @Nullable [] fingerprint) {
    return fingerprint == null ? null : HexFormat.of().formatHex(fingerprint);
  }
}
