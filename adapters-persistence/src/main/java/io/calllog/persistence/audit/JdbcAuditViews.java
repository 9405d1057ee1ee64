package io.calllog.persistence.audit;

import io.calllog.application.audit.ActorKind;
import io.calllog.application.audit.AuditOutcome;
import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.port.out.AuditViews;
import io.calllog.application.audit.view.AuditFilter;
import io.calllog.application.audit.view.AuditView;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.Visibility;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.Pages;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAuditViews implements AuditViews {

  private static final String CHANGES =
      """
      SELECT entry.id, change.value ->> 'field' AS field, change.value @> '{"personal": true}' AS personal,
             coalesce(known.old_value, change.value ->> 'from') AS before,
             coalesce(known.new_value, change.value ->> 'to') AS after
      FROM audit_log entry
      CROSS JOIN LATERAL jsonb_array_elements(entry.changes) WITH ORDINALITY AS change (value, place)
      LEFT JOIN audit_personal known
        ON known.entry_id = entry.id AND known.at = entry.at AND known.field = change.value ->> 'field'
      WHERE entry.at IN (:times) AND entry.id IN (:entries)
      ORDER BY entry.id, change.place
      """;

  /** Clocks of nodes differ by less than this. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  private final JdbcClient database;
  private final RegionTree regions;
  private final InstantSource clock;

  JdbcAuditViews(
      @Qualifier("readDatabase") JdbcClient database, RegionTree regions, InstantSource clock) {
    this.database = database;
    this.regions = regions;
    this.clock = clock;
  }

  @Override
  public Slice<AuditView, ByTime> list(
      AuditFilter filter, Visibility visibility, Paging<ByTime> paging) {
    var statement =
        new AuditListStatement(filter, visibility, regions, clock.instant().plus(CLOCK_TOLERANCE));
    var parameters = new Parameters();
    List<AuditView> entries =
        database
            .sql(statement.page(paging, parameters))
            .params(parameters.byName())
            .query((row, _) -> entry(row))
            .list();
    Map<UUID, List<FieldChange>> changes = changesOf(entries);
    return Pages.of(
        entries,
        paging,
        entry -> with(entry, changes.getOrDefault(entry.id(), List.of())),
        entry -> new ByTime(entry.at(), entry.id()),
        () -> {
          var counted = new Parameters();
          return Pages.count(database, statement.all(counted), counted);
        });
  }

  private Map<UUID, List<FieldChange>> changesOf(List<AuditView> entries) {
    Map<UUID, List<FieldChange>> changes = new LinkedHashMap<>();
    if (!entries.isEmpty()) {
      database
          .sql(CHANGES)
          .param(
              "times",
              entries.stream().map(entry -> Times.parameter(entry.at())).distinct().toList())
          .param("entries", entries.stream().map(AuditView::id).toList())
          .query(row -> {
            changes
                .computeIfAbsent(row.getObject("id", UUID.class), _ -> new ArrayList<>())
                .add(change(row));
          });
    }
    return changes;
  }

  private static FieldChange change(ResultSet row) throws SQLException {
    return new FieldChange(
        row.getString("field"),
        row.getString("before"),
        row.getString("after"),
        row.getBoolean("personal"));
  }

  private static AuditView entry(ResultSet row) throws SQLException {
    @Nullable UUID actor = row.getObject("actor_id", UUID.class);
    @Nullable String key = row.getString("key_name");
    return new AuditView(
        row.getObject("id", UUID.class),
        Times.read(row, "at"),
        actor == null ? null : new ActorId(actor),
        actor == null ? null : key == null ? ActorKind.OFFICER : ActorKind.KEY,
        key == null ? row.getString("officer_name") : key,
        row.getString("address"),
        row.getString("action"),
        row.getString("subject_type"),
        row.getObject("subject_id", UUID.class),
        AuditOutcome.valueOf(row.getString("outcome")),
        List.of());
  }

  private static AuditView with(AuditView entry, List<FieldChange> changes) {
    return new AuditView(
        entry.id(),
        entry.at(),
        entry.actorId(),
        entry.actorKind(),
        entry.actorName(),
        entry.address(),
        entry.action(),
        entry.subjectType(),
        entry.subjectId(),
        entry.outcome(),
        changes);
  }
}
