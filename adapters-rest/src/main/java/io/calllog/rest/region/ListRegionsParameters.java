package io.calllog.rest.region;

import io.calllog.application.region.view.RegionFilter;
import io.calllog.domain.shared.RegionPath;
import io.calllog.rest.shared.PageLimit;
import org.jspecify.annotations.Nullable;

record ListRegionsParameters(
    @Nullable RegionPath below,
    @Nullable PageLimit limit,
    @Nullable String cursor,
    @Nullable Boolean count) {

  RegionFilter toFilter() {
    return new RegionFilter(below);
  }
}
