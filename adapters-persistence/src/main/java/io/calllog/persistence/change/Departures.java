package io.calllog.persistence.change;

import static io.calllog.persistence.shared.Columns.id;

import io.calllog.application.change.port.out.ChangeFeed.Entry;
import io.calllog.application.change.port.out.ChangeFeed.Request;
import io.calllog.application.change.view.Change.Removed;
import io.calllog.application.change.view.ChangeKind;
import io.calllog.application.shared.Cursor.ChangePosition;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds what a reader could see before it was placed elsewhere or deleted. Thread-safe. */
final class Departures {

  private final JdbcClient database;
  private final RegionTree regions;

  Departures(JdbcClient database, RegionTree regions) {
    this.database = database;
    this.regions = regions;
  }

  /**
   * Reads the first departures from a reader's sight in transactions before the end. Departures of
   * regions are left out, because the reader starts over after them.
   */
  List<Entry> read(Request request, long end) {
    var parameters = new Parameters();
    List<String> gone = new ArrayList<>();
    for (ChangeKind kind : request.kinds()) {
      if (kind != ChangeKind.REGION) {
        gone.add("(" + gone(kind, request, parameters) + ")");
      }
    }
    if (gone.isEmpty()) {
      return List.of();
    }
    ChangePosition after = request.after();
    Conditions range =
        new Conditions(parameters)
            .and(
                "(d.changed_in, d.kind, d.id) > (cast(cast(? AS text) AS xid8), cast(? AS smallint), ?)",
                String.valueOf(after.transaction()),
                after.kind(),
                after.id())
            .and(
                "d.changed_in >= cast(cast(? AS text) AS xid8)",
                String.valueOf(request.removedFrom()))
            .and("d.changed_in < cast(cast(? AS text) AS xid8)", String.valueOf(end));
    String sql =
        """
        SELECT d.changed_in, d.kind, d.id FROM departures d WHERE %s AND (%s)
        ORDER BY d.changed_in, d.kind, d.id LIMIT %s
        """
            .formatted(range.sql(), String.join(" OR ", gone), request.limit());
    return database
        .sql(sql)
        .params(parameters.byName())
        .query((row, _) -> {
          UUID id = id(row, "id", Function.identity());
          int kind = row.getInt("kind");
          return new Entry(
              new ChangePosition(Long.parseLong(row.getString("changed_in")), kind, id),
              new Removed(ChangeKind.of(kind), id));
        })
        .list();
  }

  /** Returns the condition for things that the reader saw in their old place and not in the new. */
  private String gone(ChangeKind kind, Request request, Parameters parameters) {
    Reach reach = regions.reach(request.sight().visibility(kind), null);
    Conditions before =
        new Conditions(parameters)
            .and("d.kind = " + kind.number())
            .visible(reach, "d.region_key", "d.owner_id");
    Conditions now =
        new Conditions(parameters)
            .and("n.id = d.id AND n.deleted_at IS NULL")
            .visible(reach, "n.region_key", "n." + ownerColumn(kind));
    return "%s AND NOT EXISTS (SELECT FROM %s n WHERE %s)"
        .formatted(before.sql(), table(kind), now.sql());
  }

  private static String table(ChangeKind kind) {
    return kind.name().toLowerCase(Locale.ROOT) + "s";
  }

  private static String ownerColumn(ChangeKind kind) {
    return switch (kind) {
      case REGION -> throw new IllegalArgumentException("Regions have no owner");
      case OFFICER -> "id";
      case CLIENT -> "owner_id";
      case CALL -> "officer_id";
    };
  }
}
