package io.calllog.persistence.connection;

/** SQL about the server, which more than one class uses. */
public final class ServerQueries {

  /**
   * An expression that changes when ids of transactions may be used again. A restored copy of the
   * cluster or a new primary has another identifier or timeline; a restored database, another id;
   * restored tables, other files. A crash resets the statistics, which a clean restart keeps: ids
   * of transactions that were not in the log on disk are used again. Only a primary can evaluate
   * it.
   */
  public static final String DATABASE =
      """
      concat_ws('-', (SELECT system_identifier FROM pg_control_system()),
                left(pg_walfile_name(pg_current_wal_insert_lsn()), 8),
                (SELECT extract(epoch FROM stats_reset) FROM pg_stat_wal),
                (SELECT oid FROM pg_database WHERE datname = current_database()),
                pg_relation_filenode('regions'))\
      """;

  /** An expression that is the same on a primary and its standbys. */
  private static final String CLUSTER =
      """
      concat_ws('-', (SELECT system_identifier FROM pg_control_system()),
                (SELECT oid FROM pg_database WHERE datname = current_database()))\
      """;

  /**
   * The end of the log. At the start of a page or of a file, the next record will begin after a
   * header, but a standby that has replayed everything is before the header.
   */
  static final String PRIMARY =
      """
      SELECT lsn - '0/0' - CASE WHEN file_offset = 40 THEN 40
                                WHEN file_offset %% 8192 = 24 THEN 24 ELSE 0 END AS position,
             pg_snapshot_xmin(pg_current_snapshot()) AS oldest, %s AS database, %s AS cluster
      FROM pg_current_wal_insert_lsn() AS lsn, pg_walfile_name_offset(lsn)
      """
          .formatted(DATABASE, CLUSTER);

  static final String REPLICA =
      "SELECT pg_is_in_recovery() AS standby, pg_last_wal_replay_lsn() - '0/0' AS position, %s AS cluster"
          .formatted(CLUSTER);

  private ServerQueries() {}
}
