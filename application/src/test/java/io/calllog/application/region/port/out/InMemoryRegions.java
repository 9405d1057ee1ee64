package io.calllog.application.region.port.out;

import io.calllog.application.region.view.RegionFilter;
import io.calllog.application.region.view.RegionView;
import io.calllog.application.shared.Cursor.ByPath;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.testing.InMemoryTable;
import io.calllog.application.testing.Ordering;
import io.calllog.application.testing.Samples;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.region.Region;
import io.calllog.domain.region.RegionDetails;
import io.calllog.domain.region.RegionId;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Fake of the ports for regions. Thread-safe. */
public final class InMemoryRegions implements RegionRepository, RegionViews, RegionKeys {

  /** A fake whose objects are in regions. */
  public interface Members {

    /** Returns how many officers that are not deleted are directly in the region. */
    default long officersIn(RegionPath path) {
      return 0;
    }

    /** Returns whether an officer who is not deleted leads the region or one below it. */
    default boolean hasLeaderOf(RegionPath path) {
      return false;
    }

    /** Returns whether a key that was not revoked is in the region or below it. */
    default boolean hasKeyIn(RegionPath path) {
      return false;
    }

    /** Returns how many clients that are not deleted are directly in the region. */
    default long clientsIn(RegionPath path) {
      return 0;
    }

    /** Replaces the path of every region that is the first one or below it. */
    void move(RegionPath from, RegionPath to);
  }

  private final InMemoryTable<RegionId, Region> table =
      new InMemoryTable<>(Region::id, Region::version, InMemoryRegions::withVersion);
  private final List<RegionId> keys = new ArrayList<>();
  private final List<Members> members = new ArrayList<>();
  private long changes;

  /** Creates a tree with the regions that are always there. */
  public InMemoryRegions() {
    make(RegionPath.ROOT);
    make(RegionPath.UNASSIGNED);
  }

  /** Makes the objects of a fake move with their regions. */
  public synchronized void register(Members fake) {
    members.add(fake);
  }

  /** Adds a region and those above it, unless they exist. */
  public synchronized void make(RegionPath path) {
    Stream.concat(path.ancestors().stream(), Stream.of(path))
        .filter(missing -> !exists(missing))
        .forEach(missing ->
            add(
                Region.create(
                    new RegionId(UUID.randomUUID()), new RegionDetails(missing), Samples.NOW)));
  }

  /** Throws {@link InvalidInput} for the field unless the region exists. */
  public void requireExists(RegionPath path, String field) {
    if (!exists(path)) {
      throw new InvalidInput(field, "unknown-reference", "must be a region that exists");
    }
  }

  /** Throws {@link Conflict} {@code region-deleted} unless the region exists. */
  public void requireNotDeleted(RegionPath path) {
    if (!exists(path)) {
      throw Conflict.regionDeleted(path);
    }
  }

  @Override
  public void lock() {
    // fakes have no transactions
  }

  @Override
  public Optional<Region> find(RegionId id) {
    return table.living(id);
  }

  /** Finds the region with a path. */
  public Optional<Region> findByPath(RegionPath path) {
    return table.living().stream().filter(region -> region.path().equals(path)).findFirst();
  }

  @Override
  public boolean exists(RegionPath path) {
    return findByPath(path).isPresent();
  }

  @Override
  public List<Region> findSimilar(RegionPath path) {
    return table.living().stream().filter(r -> r.path().key().equals(path.key())).toList();
  }

  @Override
  public synchronized List<RegionPath> pathsBelow(RegionPath path) {
    return keys.stream().map(this::pathOf).filter(other -> isBelow(other, path)).toList();
  }

  @Override
  public synchronized void add(Region region) {
    if (exists(region.path()) || !table.addIfAbsent(region)) {
      throw new IllegalStateException("The path or the id exists: " + region);
    }
    keys.add(region.id());
    changes++;
  }

  @Override
  public synchronized Region move(Region region, RegionPath from) {
    if (table.living(region.id()).filter(r -> r.version() == region.version()).isEmpty()) {
      throw Conflict.lostRace();
    }
    table.replaceAll(other -> from.contains(other.path()) ? moved(other, region, from) : other);
    members.forEach(fake -> fake.move(from, region.path()));
    changes++;
    return table.living(region.id()).orElseThrow();
  }

  @Override
  public synchronized boolean lockAndCheckInUse(RegionPath path) {
    return members.stream().anyMatch(fake -> fake.hasLeaderOf(path) || fake.hasKeyIn(path))
        || table.living().stream()
            .map(Region::path)
            .filter(path::contains)
            .anyMatch(used -> view(used).officers() + view(used).clients() > 0);
  }

  @Override
  public synchronized void remove(Region region, Instant now) {
    table.living().stream()
        .filter(other -> region.path().contains(other.path()))
        .forEach(table::remove);
    changes++;
  }

  @Override
  public Optional<RegionView> find(RegionId id, Visibility visibility) {
    return table
        .living(id)
        .filter(region -> visibility.covers(region.path(), null))
        .map(this::view);
  }

  @Override
  public Slice<RegionView, ByPath> list(
      RegionFilter filter, Visibility visibility, Paging<ByPath> paging) {
    RegionPath below = filter.below();
    return Ordering.page(
        table.living().stream()
            .filter(region -> visibility.covers(region.path(), null))
            .filter(region -> below == null || isBelow(region.path(), below))
            .map(this::view),
        view -> new ByPath(view.region().path().path()),
        Ordering.BY_PATH,
        paging);
  }

  @Override
  public synchronized int keyOf(RegionPath path) {
    return Stream.concat(
            table.living().stream().filter(region -> region.path().equals(path)).map(Region::id),
            keys.stream().filter(id -> pathOf(id).equals(path)))
        .findFirst()
        .map(keys::indexOf)
        .orElseThrow(Conflict::lostRace);
  }

  @Override
  public synchronized Optional<RegionPath> pathOf(int key) {
    return key < 0 || key >= keys.size() ? Optional.empty() : Optional.of(pathOf(keys.get(key)));
  }

  @Override
  public synchronized long version() {
    return changes;
  }

  private RegionPath pathOf(RegionId id) {
    return table.livingOrDeleted(id).orElseThrow().path();
  }

  private RegionView view(Region region) {
    return new RegionView(
        region,
        members.stream().mapToLong(fake -> fake.officersIn(region.path())).sum(),
        members.stream().mapToLong(fake -> fake.clientsIn(region.path())).sum());
  }

  private RegionView view(RegionPath path) {
    return view(table.living().stream().filter(r -> r.path().equals(path)).findAny().orElseThrow());
  }

  private static boolean isBelow(RegionPath region, RegionPath above) {
    return !region.equals(above) && above.contains(region);
  }

  private static Region moved(Region other, Region target, RegionPath from) {
    return new Region(
        other.id(),
        new RegionDetails(other.path().moved(from, target.path())),
        other.createdAt(),
        target.updatedAt(),
        other.version() + 1);
  }

  private static Region withVersion(Region region, long version) {
    return new Region(
        region.id(), region.details(), region.createdAt(), region.updatedAt(), version);
  }
}
