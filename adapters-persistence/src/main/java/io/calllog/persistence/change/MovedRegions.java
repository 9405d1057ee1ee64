package io.calllog.persistence.change;

import io.calllog.application.change.view.ChangeKind;
import io.calllog.application.change.view.Sight;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.RegionPath;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds regions that got another path. Everything that is in such a region shows the path, and may
 * be in another territory now, although its row has not changed. Thread-safe.
 */
final class MovedRegions {

  private record Moved(int key, RegionPath from, @Nullable RegionPath to) {}

  private final JdbcClient database;
  private final RegionTree regions;

  MovedRegions(JdbcClient database, RegionTree regions) {
    this.database = database;
    this.regions = regions;
  }

  /**
   * Returns whether the move took a region into or out of the reader's sight, or the path of the
   * region is part of something else that the reader sees.
   */
  boolean concern(Sight sight, Set<ChangeKind> kinds, long from, long end) {
    List<Moved> moved = between(from, end);
    if (moved.isEmpty()) {
      return false;
    }
    return moved.stream().anyMatch(region -> crosses(region, sight, kinds))
        || (!kinds.equals(EnumSet.of(ChangeKind.REGION))
            && anyShown(moved.stream().map(Moved::key).toList(), sight));
  }

  private List<Moved> between(long from, long end) {
    return database
        .sql(
            """
            SELECT DISTINCT d.region_key, d.path, r.path AS new_path
            FROM departures d LEFT JOIN regions r ON r.id = d.id
            WHERE d.kind = 0 AND d.changed_in >= cast(:from AS xid8) AND d.changed_in < cast(:end AS xid8)
            """)
        .param("from", String.valueOf(from))
        .param("end", String.valueOf(end))
        .query((row, _) -> {
          String path = row.getString("new_path");
          return new Moved(
              row.getInt("region_key"),
              new RegionPath(row.getString("path")),
              path == null ? null : new RegionPath(path));
        })
        .list();
  }

  private static boolean crosses(Moved region, Sight sight, Set<ChangeKind> kinds) {
    RegionPath to = region.to();
    return kinds.stream()
        .map(sight::visibility)
        .anyMatch(visible ->
            visible.covers(region.from(), null) != (to != null && visible.covers(to, null)));
  }

  /** Officers show the region they are in and those they lead; clients and calls, their own. */
  private boolean anyShown(List<Integer> keys, Sight sight) {
    var parameters = new Parameters();
    String moved = "cast(%s AS integer[])".formatted(parameters.bind(keys.toArray(Integer[]::new)));
    Conditions officers =
        new Conditions(parameters).visible(reach(sight.officers()), "region_key", "id");
    Conditions clients =
        new Conditions(parameters).visible(reach(sight.clients()), "region_key", "owner_id");
    Conditions calls =
        new Conditions(parameters).visible(reach(sight.calls()), "region_key", "officer_id");
    String sql =
        """
        SELECT EXISTS (SELECT FROM officers
                       WHERE deleted_at IS NULL AND (region_key = ANY (%1$s) OR leads && %1$s) AND %2$s)
            OR EXISTS (SELECT FROM clients
                       WHERE deleted_at IS NULL AND region_key = ANY (%1$s) AND %3$s)
            OR EXISTS (SELECT FROM officer_days
                       WHERE calls > 0 AND region_key = ANY (%1$s) AND %4$s)
        """
            .formatted(moved, officers.sql(), clients.sql(), calls.sql());
    return database.sql(sql).params(parameters.byName()).query(Boolean.class).single();
  }

  private Reach reach(Visibility visibility) {
    return regions.reach(visibility, null);
  }
}
