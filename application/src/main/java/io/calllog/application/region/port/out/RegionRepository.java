package io.calllog.application.region.port.out;

import io.calllog.domain.region.Region;
import io.calllog.domain.region.RegionId;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Stores the tree of regions. Deleted regions are not found, but move with the region that they are
 * below. Every method but the readers requires a transaction. Thread-safe.
 */
public interface RegionRepository {

  /** Makes other changes of the tree wait until the transaction ends. Call this before reading. */
  void lock();

  /** Finds a region by its id. */
  Optional<Region> find(RegionId id);

  /** Returns whether there is a region with this path. */
  boolean exists(RegionPath path);

  /** Finds the regions whose path has the same {@linkplain RegionPath#key() key} as this one. */
  List<Region> findSimilar(RegionPath path);

  /** Returns the paths of all regions below a path, deleted ones included. */
  List<RegionPath> pathsBelow(RegionPath path);

  /** Adds a region. */
  void add(Region region);

  /**
   * Moves a stored region to its new path, and all regions below it with it. A deleted region that
   * had the same path stays. Placing officers or clients in these regions waits until the
   * transaction ends.
   *
   * @param from its path until now
   * @return the region with the next version
   */
  Region move(Region region, RegionPath from);

  /**
   * Returns whether an officer, a client or a key that is not deleted is in or below the path, or
   * an officer leads a region there. Placing others there waits until the transaction ends.
   */
  boolean lockAndCheckInUse(RegionPath path);

  /** Marks a region and all regions below it as deleted. */
  void remove(Region region, Instant now);
}
