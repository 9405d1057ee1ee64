package io.calllog.persistence.change;

import io.calllog.application.change.view.Sight;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility.Part;
import io.calllog.domain.shared.RegionPath;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Parameters;
import java.util.List;
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

  /** Whether a reader sees such a region, saw it, or sees something that is in it. */
  boolean concern(Sight sight, long from, long end) {
    List<Moved> moved = between(from, end);
    return moved.stream().anyMatch(region -> isVisible(region, sight))
        || (!moved.isEmpty() && anyShown(moved.stream().map(Moved::key).toList(), sight));
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

  private static boolean isVisible(Moved region, Sight sight) {
    RegionPath to = region.to();
    return sight.regions().covers(region.from(), null)
        || (to != null && sight.regions().covers(to, null));
  }

  /** Calls and clients of the reader outside the territory, and what officers lead. */
  private boolean anyShown(List<Integer> keys, Sight sight) {
    var parameters = new Parameters();
    String moved = "cast(%s AS integer[])".formatted(parameters.bind(keys.toArray(Integer[]::new)));
    Conditions officers =
        new Conditions(parameters)
            .visible(regions.reach(sight.officers(), null), "o.region_key", "o.id");
    String sql =
        """
        SELECT EXISTS (SELECT FROM officers o
                       WHERE (o.region_key = ANY (%1$s) OR o.leads && %1$s) AND %2$s)
        """
            .formatted(moved, officers.sql());
    OfficerId owner = owner(sight);
    if (owner != null) {
      sql +=
          """
          OR EXISTS (SELECT FROM clients WHERE owner_id = %2$s AND region_key = ANY (%1$s))
          OR EXISTS (SELECT FROM officer_days WHERE officer_id = %2$s AND region_key = ANY (%1$s))
          """
              .formatted(moved, parameters.bind(owner.value()));
    }
    return database.sql(sql).params(parameters.byName()).query(Boolean.class).single();
  }

  private static @Nullable OfficerId owner(Sight sight) {
    return sight.clients() instanceof Part(_, var owner) ? owner : null;
  }
}
