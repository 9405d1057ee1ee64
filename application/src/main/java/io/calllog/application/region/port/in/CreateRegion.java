package io.calllog.application.region.port.in;

import io.calllog.application.region.view.RegionView;
import io.calllog.application.shared.Caller;
import io.calllog.domain.region.RegionDetails;

/** Creates a region. */
public interface CreateRegion {

  /**
   * Creates a region, and the regions above it that do not exist yet.
   *
   * @throws io.calllog.domain.shared.NotPermitted if the actor is not an administrator
   * @throws io.calllog.domain.shared.Conflict {@code region-exists} if there is one with this path
   */
  RegionView create(Command command);

  record Command(Caller caller, RegionDetails details) {}
}
