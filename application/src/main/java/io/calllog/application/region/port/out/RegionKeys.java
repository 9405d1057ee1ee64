package io.calllog.application.region.port.out;

import io.calllog.domain.shared.RegionPath;
import java.util.Optional;

/**
 * The keys of regions, as this node knows them. A key stays the same when its region is renamed,
 * moved or deleted, so access tokens contain keys and not paths. Another node's change is known
 * after at most two seconds, this node's own at once. Thread-safe.
 */
public interface RegionKeys {

  /**
   * Returns the key of the region with this path, deleted or not.
   *
   * @throws io.calllog.domain.shared.Conflict {@code lost-race} if no region has this path any more
   */
  int keyOf(RegionPath path);

  /** Returns the current path of a region, deleted or not; empty if the key was never used. */
  Optional<RegionPath> pathOf(int key);

  /** Returns a number that grows with each change of the tree. */
  long version();
}
