package io.calllog.persistence.audit;

import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.SubjectType;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.domain.officer.ActorId;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.Times;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcAuditTrail implements AuditTrail {

  /** Inserts into both tables with one statement, to save a round trip. */
  private static final String INSERT =
      """
      WITH change AS (
        SELECT * FROM unnest(
          cast(:fields AS text[]), cast(:before AS text[]), cast(:after AS text[]),
          cast(:personal AS boolean[])) WITH ORDINALITY AS c (field, before, after, personal, place)
      ), entry AS (
        INSERT INTO audit_log
          (at, actor_id, action, subject_type, subject_id, region_key, outcome, changes)
        SELECT :at, :actor, :action, :subjectType, subject.id,
               coalesce(subject.region_key, (SELECT key FROM regions WHERE id = :regionId)), :outcome,
               (SELECT coalesce(jsonb_agg(
                  CASE WHEN personal THEN jsonb_build_object('field', field, 'personal', true)
                  ELSE jsonb_build_object('field', field, 'from', before, 'to', after) END
                  ORDER BY place), '[]')
                FROM change)
        FROM unnest(cast(:subjects AS uuid[]), cast(:regionKeys AS integer[])) AS subject (id, region_key)
        RETURNING id, at
      )
      INSERT INTO audit_personal (entry_id, at, field, about, old_value, new_value)
      SELECT entry.id, entry.at, field, cast(:about AS uuid[]), before, after
      FROM entry, change WHERE personal
      UNION ALL
      SELECT entry.id, entry.at, 'networkAddress', cast(:addressOf AS uuid[]), NULL, :address
      FROM entry WHERE cast(:address AS text) IS NOT NULL
      """;

  private final JdbcClient database;
  private final RegionTree regions;

  JdbcAuditTrail(JdbcClient database, RegionTree regions) {
    this.database = database;
    this.regions = regions;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(AuditEntry entry) {
    recordAll(List.of(entry));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void recordAll(List<AuditEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    AuditEntry entry = entries.getFirst(); // the others have other subjects
    Subject subject = entry.subject();
    List<FieldChange> changes = entry.changes();
    database
        .sql(INSERT)
        .param("at", Times.parameter(entry.at()))
        .param("actor", entry.actor() == null ? null : entry.actor().value(), Types.OTHER)
        .param("action", entry.action().name())
        .param("subjectType", subject == null ? null : subject.type().name(), Types.VARCHAR)
        .param("subjects", entries.stream().map(JdbcAuditTrail::idOf).toArray(String[]::new))
        .param("regionId", regionOf(subject), Types.OTHER)
        .param("regionKeys", entries.stream().map(this::keyOf).toArray(Integer[]::new))
        .param("outcome", entry.outcome().name())
        .param("fields", texts(changes, FieldChange::field))
        .param("before", texts(changes, FieldChange::from))
        .param("after", texts(changes, FieldChange::to))
        .param("personal", changes.stream().map(FieldChange::personal).toArray(Boolean[]::new))
        .param("about", persons(subject))
        .param("address", entry.origin().address(), Types.VARCHAR)
        .param("addressOf", personsAtAddress(entry))
        .update();
  }

  /** The id of a region, because its path may not be the one before the action any more. */
  private static @Nullable UUID regionOf(@Nullable Subject subject) {
    return subject != null && subject.type() == SubjectType.REGION ? subject.id() : null;
  }

  /** The person the address is about: the actor, or the account of a failed sign-in. */
  private static UUID[] personsAtAddress(AuditEntry entry) {
    ActorId actor = entry.actor();
    return actor == null ? persons(entry.subject()) : new UUID[] {actor.value()};
  }

  private static UUID[] persons(@Nullable Subject subject) {
    return subject == null ? new UUID[0] : subject.persons().toArray(UUID[]::new);
  }

  private static @Nullable String idOf(AuditEntry entry) {
    Subject subject = entry.subject();
    return subject == null || subject.id() == null ? null : subject.id().toString();
  }

  /**
   * From the tree, which the path is from. The region may have been moved in the meantime; that of
   * a region is found by its id.
   */
  private @Nullable Integer keyOf(AuditEntry entry) {
    Subject subject = entry.subject();
    return subject == null || subject.region() == null || regionOf(subject) != null
        ? null
        : regions.findKey(subject.region()).orElse(null);
  }

  private static @Nullable String[] texts(
      List<FieldChange> changes, Function<FieldChange, @Nullable String> value) {
    return changes.stream().map(value).toArray(String[]::new);
  }
}
