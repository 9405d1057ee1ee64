package io.calllog.rest.region;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.application.region.view.RegionFilter;
import io.calllog.domain.shared.RegionPath;
import io.calllog.rest.shared.PageParameters;
import org.jspecify.annotations.Nullable;

record ListRegionsParameters(@Nullable RegionPath below, @JsonUnwrapped PageParameters page) {

  RegionFilter toFilter() {
    return new RegionFilter(below);
  }
}
