package io.calllog.persistence.region;

import io.calllog.domain.officer.Territory;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.officer.Visibility.Everything;
import io.calllog.domain.officer.Visibility.Part;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.RegionPath;
import io.calllog.persistence.shared.Polled;
import io.calllog.persistence.shared.Reach;
import io.calllog.persistence.shared.SharedRead;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tree of regions in the memory of this node. It is read on first use, and again when its
 * version in the database has changed: {@link #refresh} compares them. If the last comparison began
 * more than five seconds ago, the tree is compared before it is used. Thread-safe.
 */
@Component
public class RegionTree implements Polled {

  private static final String LOAD =
      """
      SELECT region_tree.version, key, path, deleted_at IS NULL AS living
      FROM region_tree CROSS JOIN regions
      ORDER BY deleted_at DESC NULLS FIRST
      """;

  private static final Duration MAX_AGE = Duration.ofSeconds(5);

  private final JdbcClient database;
  private final JdbcClient reads;
  private final LongSupplier nanoTime;
  private volatile long comparedAt;
  private final AtomicReference<RegionSnapshot> known = new AtomicReference<>(RegionSnapshot.NONE);
  private final SharedRead<RegionSnapshot> refreshing = new SharedRead<>(this::refreshed);

  @Autowired
  RegionTree(
      @Qualifier("systemDatabase") JdbcClient database,
      @Qualifier("readDatabase") JdbcClient reads) {
    this(database, reads, System::nanoTime);
  }

  RegionTree(JdbcClient database, JdbcClient reads, LongSupplier nanoTime) {
    this.database = database;
    this.reads = reads;
    this.nanoTime = nanoTime;
    this.comparedAt = nanoTime.getAsLong();
  }

  /** Reads the tree if it has changed since this node read it. */
  @Override
  public void refresh() {
    long now = nanoTime.getAsLong();
    if (known.get().version() != storedVersion()) {
      load();
    }
    comparedAt = now;
  }

  /** Reads the tree if what this node knows is older than a version that the caller has read. */
  public void require(long version) {
    if (known.get().version() < version) {
      refresh();
    }
  }

  /** Returns the key of a path: see {@link io.calllog.application.region.port.out.RegionKeys}. */
  public int keyOf(RegionPath path) {
    return findKey(path).orElseThrow(Conflict::lostRace);
  }

  /** Returns the key of the region with this path, deleted or not; empty if there is none. */
  public Optional<Integer> findKey(RegionPath path) {
    return find(snapshot -> snapshot.keyOf(path));
  }

  /** Returns the current path of a region; empty if the key was never used. */
  Optional<RegionPath> pathOf(int key) {
    return find(snapshot -> snapshot.pathOf(key));
  }

  /** Returns the number of changes of the tree. */
  long version() {
    return snapshot().version();
  }

  /**
   * Returns the current path of a stored region.
   *
   * @throws IllegalStateException if there is none, which is a defect
   */
  public RegionPath path(int key) {
    return pathOf(key).orElseThrow(() -> unknown(key));
  }

  /** Returns the key of the region with this path; empty if there is none or it is deleted. */
  Optional<Integer> findLiving(RegionPath path) {
    RegionSnapshot snapshot = current(tree -> tree.isLiving(path));
    return snapshot.isLiving(path) ? snapshot.keyOf(path) : Optional.empty();
  }

  /**
   * Reads the paths of all regions, by key, as of the snapshot of the current transaction. Names of
   * regions that change during a long read therefore stay as they were.
   */
  public IntFunction<RegionPath> readPaths() {
    RegionSnapshot now = reads.sql(LOAD).query(RegionSnapshot::read);
    return key -> now.pathOf(key).orElseThrow(() -> unknown(key));
  }

  /**
   * Resolves a visibility and a filter to keys.
   *
   * @param filter a region; only what is in it or below it is wanted. Null for everything
   */
  public Reach reach(Visibility visibility, @Nullable RegionPath filter) {
    @Nullable List<Integer> wanted = filter == null ? null : keys(List.of(filter));
    return switch (visibility) {
      case Everything _ -> new Reach(wanted, null, wanted);
      case Part(Territory territory, _) when territory.contains(RegionPath.ROOT) ->
          new Reach(wanted, null, wanted);
      case Part(Territory territory, var owner) ->
          new Reach(keys(common(territory, filter)), owner, wanted);
    };
  }

  /** The regions whose subtrees are both in the territory and in the filter. */
  private static List<RegionPath> common(Territory territory, @Nullable RegionPath filter) {
    if (filter == null) {
      return territory.roots();
    }
    return territory.contains(filter)
        ? List.of(filter)
        : territory.roots().stream().filter(filter::contains).toList();
  }

  /** The keys of regions and of those below them; null for all. The regions overlap nowhere. */
  private @Nullable List<Integer> keys(List<RegionPath> roots) {
    if (roots.contains(RegionPath.ROOT)) {
      return null;
    }
    Predicate<RegionSnapshot> complete =
        snapshot -> roots.stream().allMatch(root -> snapshot.keyOf(root).isPresent());
    return current(complete).keysWithin(roots);
  }

  private <T> Optional<T> find(Function<RegionSnapshot, Optional<T>> value) {
    return value.apply(current(snapshot -> value.apply(snapshot).isPresent()));
  }

  /** The snapshot, after a refresh if it is not complete. */
  private RegionSnapshot current(Predicate<RegionSnapshot> complete) {
    RegionSnapshot snapshot = snapshot();
    if (complete.test(snapshot)) {
      return snapshot;
    }
    refresh();
    return snapshot();
  }

  private RegionSnapshot snapshot() {
    boolean old = nanoTime.getAsLong() - comparedAt > MAX_AGE.toNanos();
    RegionSnapshot snapshot = old ? refreshing.get() : known.get();
    return snapshot.version() < 0 ? load() : snapshot;
  }

  private RegionSnapshot refreshed() {
    refresh();
    return known.get();
  }

  private long storedVersion() {
    return database.sql("SELECT version FROM region_tree").query(Long.class).single();
  }

  /** One statement, so that the version and the regions are of the same moment. */
  private RegionSnapshot load() {
    RegionSnapshot loaded = database.sql(LOAD).query(RegionSnapshot::read);
    return known.accumulateAndGet(
        loaded, (old, read) -> old.version() > read.version() ? old : read);
  }

  private static IllegalStateException unknown(int key) {
    return new IllegalStateException("No region has key " + key);
  }
}
