package io.calllog.rest.officer;

import io.calllog.application.officer.view.OfficerFilter;
import io.calllog.application.shared.SearchText;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.RegionPath;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query parameters that say which officers a list contains. */
record OfficerFilterParameters(
    Set<OfficerStatus> status,
    Set<Role> role,
    @Nullable RegionPath region,
    @Nullable SearchText q) {

  OfficerFilter toFilter() {
    return new OfficerFilter(status, role, region, q);
  }
}
