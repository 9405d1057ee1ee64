package io.calllog.persistence.region;

import io.calllog.application.region.port.out.RegionRepository;
import io.calllog.domain.region.Region;
import io.calllog.domain.region.RegionId;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.RegionPath;
import io.calllog.persistence.shared.Columns;
import io.calllog.persistence.shared.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Repository
class JdbcRegionRepository implements RegionRepository {

  private static final Logger LOG = LoggerFactory.getLogger(JdbcRegionRepository.class);

  /** In byte order {@code 0} follows {@code /}, so the range has all paths below the region. */
  private static final String SUBTREE =
      "(:path = '' OR path = :path OR (path >= :path || '/' AND path < :path || '0'))";

  /** Waits for placements. In the order of the keys, as placements lock, to avoid deadlocks. */
  private static final String LOCK_SUBTREE =
      "SELECT key FROM regions WHERE " + SUBTREE + " ORDER BY key FOR NO KEY UPDATE";

  private static final RegionRowMapper MAPPER = new RegionRowMapper();

  private final JdbcClient database;
  private final RegionTree tree;

  JdbcRegionRepository(JdbcClient database, RegionTree tree) {
    this.database = database;
    this.tree = tree;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock() {
    database.sql("SELECT version FROM region_tree FOR UPDATE").query(Long.class).single();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            refreshTree();
          }
        });
  }

  @Override
  public Optional<Region> find(RegionId id) {
    return database
        .sql("SELECT * FROM regions WHERE id = :id AND deleted_at IS NULL")
        .param("id", id.value())
        .query(MAPPER)
        .optional();
  }

  @Override
  public boolean exists(RegionPath path) {
    return database
        .sql("SELECT EXISTS (SELECT FROM regions WHERE path = :path AND deleted_at IS NULL)")
        .param("path", path.path())
        .query(Boolean.class)
        .single();
  }

  @Override
  public List<Region> findSimilar(RegionPath path) {
    return database.sql("SELECT * FROM regions WHERE deleted_at IS NULL").query(MAPPER).stream()
        .filter(region -> region.path().key().equals(path.key()))
        .toList();
  }

  @Override
  public List<RegionPath> pathsBelow(RegionPath path) {
    return database
        .sql("SELECT DISTINCT path FROM regions WHERE path <> :path AND " + SUBTREE)
        .param("path", path.path())
        .query((row, _) -> Columns.text(row, "path", RegionPath::new))
        .list();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(Region region) {
    database
        .sql(
            """
            INSERT INTO regions (id, path, created_at, updated_at, version)
            VALUES (:id, :path, :createdAt, :updatedAt, :version)
            """)
        .param("id", region.id().value())
        .param("path", region.path().path())
        .param("createdAt", Times.parameter(region.createdAt()))
        .param("updatedAt", Times.parameter(region.updatedAt()))
        .param("version", region.version())
        .update();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Region move(Region region, RegionPath from) {
    lockSubtree(from);
    return database
        .sql(
            """
            WITH moved AS (
                UPDATE regions
                SET path = :to || substr(path, length(:path) + 1),
                    updated_at = :now, version = version + 1
                WHERE %s AND (deleted_at IS NULL OR path <> :path)
                RETURNING *)
            SELECT * FROM moved WHERE id = :id AND version = :version + 1
            """
                .formatted(SUBTREE))
        .param("to", region.path().path())
        .param("path", from.path())
        .param("now", Times.parameter(region.updatedAt()))
        .param("id", region.id().value())
        .param("version", region.version())
        .query(MAPPER)
        .optional()
        .orElseThrow(Conflict::lostRace);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean lockAndCheckInUse(RegionPath path) {
    Integer[] keys = lockSubtree(path).toArray(Integer[]::new);
    // A statement of its own: it sees what was committed while the lock was waited for.
    return database
        .sql(
            """
            SELECT EXISTS (SELECT FROM officers
                           WHERE (region_key = ANY (:keys) OR leads && :keys) AND deleted_at IS NULL)
                OR EXISTS (SELECT FROM clients WHERE region_key = ANY (:keys) AND deleted_at IS NULL)
                OR EXISTS (SELECT FROM api_keys WHERE region_key = ANY (:keys) AND deleted_at IS NULL)
            """)
        .param("keys", keys)
        .query(Boolean.class)
        .single();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(Region region, Instant now) {
    database
        .sql(
            """
            UPDATE regions SET deleted_at = :now, updated_at = :now, version = version + 1
            WHERE deleted_at IS NULL AND %s
            """
                .formatted(SUBTREE))
        .param("now", Times.parameter(now))
        .param("path", region.path().path())
        .update();
  }

  private List<Integer> lockSubtree(RegionPath path) {
    return database
        .sql(LOCK_SUBTREE)
        .param("path", path.path())
        .query((row, _) -> row.getInt("key"))
        .list();
  }

  private void refreshTree() {
    try {
      tree.refresh();
    } catch (DataAccessException e) {
      LOG.warn("The regions were changed, but not read again yet: {}", e.toString());
    }
  }
}
