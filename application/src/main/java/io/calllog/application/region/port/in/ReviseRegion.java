package io.calllog.application.region.port.in;

import io.calllog.application.region.view.RegionView;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.region.RegionDetails;
import io.calllog.domain.region.RegionId;
import java.util.function.UnaryOperator;

/** Renames or moves a region. */
public interface ReviseRegion {

  /**
   * Applies changes to a region. All regions below it move with it; officers, clients, calls and
   * figures stay in their regions. The regions above the new path are created if they do not exist.
   *
   * @throws io.calllog.domain.shared.NotFound if the actor may not see the region
   * @throws io.calllog.domain.shared.NotPermitted if the actor is not an administrator
   * @throws io.calllog.application.shared.VersionMismatch if the current version is not expected
   * @throws io.calllog.domain.shared.InvalidInput if the region cannot be moved to the path
   * @throws io.calllog.domain.shared.Conflict {@code region-exists} if another region has the path
   */
  RegionView revise(Command command);

  record Command(
      Caller caller, RegionId id, ExpectedVersion expected, UnaryOperator<RegionDetails> changes) {}
}
