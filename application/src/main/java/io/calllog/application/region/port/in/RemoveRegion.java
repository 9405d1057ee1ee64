package io.calllog.application.region.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.region.RegionId;

/** Deletes a region. */
public interface RemoveRegion {

  /**
   * Deletes a region and all regions below it. Their calls stay in them: filters by their paths
   * still find these calls.
   *
   * @throws io.calllog.domain.shared.NotFound if the actor may not see the region
   * @throws io.calllog.domain.shared.NotPermitted if the actor is not an administrator
   * @throws io.calllog.application.shared.VersionMismatch if the current version is not expected
   * @throws io.calllog.domain.shared.Conflict {@code region-in-use} if an officer, a client or a
   *     key is in one of the regions, a manager leads one, or the region is the root or {@code
   *     unassigned}
   */
  void remove(Command command);

  record Command(Caller caller, RegionId id, ExpectedVersion expected) {}
}
