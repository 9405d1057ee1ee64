package io.calllog.persistence.audit;

import io.calllog.application.audit.SubjectType;
import io.calllog.application.audit.port.out.PersonalDataEraser;
import io.calllog.domain.officer.ActorId;
import io.calllog.persistence.shared.Times;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcPersonalDataEraser implements PersonalDataEraser {

  static final int BATCH = 2_000;

  private static final UUID LOWEST = new UUID(0, 0);

  private static final String ERASE =
      """
      UPDATE calls
      SET comment = NULL, number = CASE WHEN :client THEN NULL ELSE number END, version = version + 1, updated_at = :now
      WHERE id = ANY (:calls)
      """;

  private static final String RECORD_ERASURES =
      """
      INSERT INTO audit_log (at, actor_id, action, subject_type, subject_id, region_key, outcome, changes)
      SELECT :now, :actor, 'CALL_ERASED', 'CALL', id, region_key, 'DONE',
             (SELECT jsonb_agg(jsonb_build_object('field', field, 'personal', true))
              FROM (VALUES ('comment', comment), ('number', CASE WHEN :client THEN number END)) erased (field, value)
              WHERE value IS NOT NULL)
      FROM calls WHERE id = ANY (:calls)
      """;

  /** A call; personal if it has something to erase. */
  private record ListedCall(UUID id, boolean personal) {}

  private final JdbcClient database;

  JdbcPersonalDataEraser(JdbcClient database) {
    this.database = database;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean blankAuditValues(SubjectType type, UUID person, ActorId actor, Instant now) {
    int blanked =
        database
            .sql("SELECT erase_personal_audit_values(:type, :person, :actor, :now, :atMost)")
            .param("type", type.name())
            .param("person", person)
            .param("actor", actor.value())
            .param("now", Times.parameter(now))
            .param("atMost", BATCH)
            .query(Integer.class)
            .single();
    return blanked == BATCH;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<UUID> eraseComments(
      SubjectType type, UUID person, @Nullable UUID after, ActorId actor, Instant now) {
    String column = type == SubjectType.CLIENT ? "client_id" : "officer_id";
    if (after == null) {
      eraseNotes(column, person, now);
    }
    List<ListedCall> calls =
        database
            // Locks rows in the order of their ids, so that two erasures cannot deadlock.
            .sql(
                """
                SELECT id, comment IS NOT NULL OR (:client AND number IS NOT NULL) AS personal FROM calls
                WHERE %s = :person AND id > :after
                ORDER BY id LIMIT :limit FOR UPDATE
                """
                    .formatted(column))
            .param("person", person)
            .param("client", type == SubjectType.CLIENT)
            .param("after", Objects.requireNonNullElse(after, LOWEST))
            .param("limit", BATCH)
            .query((row, _) ->
                new ListedCall(row.getObject("id", UUID.class), row.getBoolean("personal")))
            .list();
    UUID[] personal =
        calls.stream().filter(ListedCall::personal).map(ListedCall::id).toArray(UUID[]::new);
    if (personal.length > 0) {
      database
          .sql(RECORD_ERASURES)
          .param("now", Times.parameter(now))
          .param("actor", actor.value())
          .param("client", type == SubjectType.CLIENT)
          .param("calls", personal)
          .update();
      database
          .sql(ERASE)
          .param("now", Times.parameter(now))
          .param("client", type == SubjectType.CLIENT)
          .param("calls", personal)
          .update();
    }
    if (type == SubjectType.CLIENT && !calls.isEmpty()) {
      blankComments(calls, person, actor, now);
    }
    return calls.isEmpty() ? Optional.empty() : Optional.of(calls.getLast().id());
  }

  /** A person has few follow-ups, so that they need no batches. */
  private void eraseNotes(String column, UUID person, Instant now) {
    database
        .sql(
            """
            UPDATE follow_ups SET note = NULL, version = version + 1, updated_at = :now
            WHERE id = ANY (ARRAY (
                SELECT id FROM follow_ups WHERE %s = :person AND note IS NOT NULL
                ORDER BY id FOR NO KEY UPDATE))
            """
                .formatted(column))
        .param("now", Times.parameter(now))
        .param("person", person)
        .update();
  }

  private void blankComments(List<ListedCall> calls, UUID client, ActorId actor, Instant now) {
    database
        .sql("SELECT erase_personal_audit_values('CLIENT', :client, :actor, :now, :atMost, :calls)")
        .param("client", client)
        .param("actor", actor.value())
        .param("now", Times.parameter(now))
        .param("atMost", BATCH)
        .param("calls", calls.stream().map(ListedCall::id).toArray(UUID[]::new))
        .query(Integer.class)
        .single();
  }
}
