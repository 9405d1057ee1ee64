package io.calllog.persistence.change;

import io.calllog.application.change.port.out.ChangeFeed;
import io.calllog.application.change.view.ChangeKind;
import io.calllog.application.change.view.Sight;
import io.calllog.application.shared.Cursor.ChangePosition;
import io.calllog.persistence.connection.ReadDataSource;
import io.calllog.persistence.connection.ServerQueries;
import io.calllog.persistence.region.RegionTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Each row has the transaction that changed it last. Readers stop at the oldest transaction that is
 * still running, so that what it commits later is not skipped.
 */
@Repository
class JdbcChangeFeed implements ChangeFeed {

  private static final String END =
      """
      SELECT pg_snapshot_xmin(pg_current_snapshot()) AS end, version, %s AS database
      FROM region_tree
      """
          .formatted(ServerQueries.DATABASE);

  /**
   * The replica may show a transaction that is still ending on the primary. The feed must not be
   * ahead of the primary, where the reader may go on.
   */
  private static final String END_ON_REPLICA =
      """
      SELECT least(pg_snapshot_xmin(pg_current_snapshot()), cast(cast(? AS text) AS xid8)) AS end,
             version, ? AS database
      FROM region_tree
      """;

  private static final Comparator<Entry> BY_POSITION =
      Comparator.comparing(
          Entry::position,
          Comparator.comparingLong(ChangePosition::transaction)
              .thenComparingInt(ChangePosition::kind)
              .thenComparing(position -> position.id().toString()));

  private record VersionedEnd(long version, End end) {}

  private final JdbcClient database;
  private final RegionTree regions;
  private final ChangedRows changedRows;
  private final Departures departures;
  private final MovedRegions movedRegions;

  JdbcChangeFeed(@Qualifier("readDatabase") JdbcClient database, RegionTree regions) {
    this.database = database;
    this.regions = regions;
    this.changedRows = new ChangedRows(database, regions);
    this.departures = new Departures(database, regions);
    this.movedRegions = new MovedRegions(database, regions);
  }

  /**
   * The tree of this node must not be older than the rows: with old paths, it would read other
   * regions than those that are in the territory now. It may be newer. Then the next read finds
   * that regions were moved.
   */
  @Override
  public End end() {
    var read =
        ReadDataSource.current()
            .map(replica ->
                database
                    .sql(END_ON_REPLICA)
                    .param(String.valueOf(replica.oldestTransaction()))
                    .param(replica.database()))
            .orElseGet(() -> database.sql(END))
            .query((row, _) ->
                new VersionedEnd(
                    row.getLong("version"),
                    new End(row.getString("database"), Long.parseLong(row.getString("end")))))
            .single();
    regions.require(read.version());
    return read.end();
  }

  @Override
  public boolean movedRegions(Sight sight, Set<ChangeKind> kinds, long from, End end) {
    return from < end.transaction() && movedRegions.concern(sight, kinds, from, end.transaction());
  }

  @Override
  public List<Entry> read(Request request) {
    List<Entry> found = new ArrayList<>();
    long end = request.end().transaction();
    for (ChangeKind kind : ChangeKind.values()) {
      if (request.kinds().contains(kind)) {
        List<Entry> rows = changedRows.read(kind, request, end);
        found.addAll(rows);
        if (rows.size() == request.limit()) { // other kinds follow in the same transaction
          end = rows.getLast().position().transaction();
        }
      }
    }
    // Departures in the transaction of the last row may precede it.
    found.addAll(departures.read(request, Math.min(end + 1, request.end().transaction())));
    return found.stream().sorted(BY_POSITION).limit(request.limit()).toList();
  }
}
