package io.calllog.application.region.port.out;

import io.calllog.application.region.view.RegionFilter;
import io.calllog.application.region.view.RegionView;
import io.calllog.application.shared.Cursor.ByPath;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.region.RegionId;
import java.util.Optional;

/** Reads visible regions that are not deleted. Thread-safe. */
public interface RegionViews {

  /** Finds a region, if it is visible. */
  Optional<RegionView> find(RegionId id, Visibility visibility);

  /** Returns the visible regions that match the filter, in byte order of their paths. */
  Slice<RegionView, ByPath> list(RegionFilter filter, Visibility visibility, Paging<ByPath> paging);
}
