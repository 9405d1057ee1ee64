package io.calllog.application.region.port.in;

import io.calllog.application.region.view.RegionFilter;
import io.calllog.application.region.view.RegionView;
import io.calllog.application.shared.Cursor.ByPath;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.region.RegionId;

/** Reads regions for an actor. Thread-safe. */
public interface RegionQueries {

  /**
   * Returns a region.
   *
   * @throws io.calllog.domain.shared.NotFound if there is none, or it is outside the territory of
   *     the actor
   */
  RegionView find(Actor actor, RegionId id);

  /** Returns the regions in the territory of the actor that match the filter, by path. */
  Slice<RegionView, ByPath> list(Actor actor, RegionFilter filter, Paging<ByPath> paging);
}
