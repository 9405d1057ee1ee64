package io.calllog.rest.officer;

import io.calllog.application.officer.view.OfficerFilter;
import io.calllog.application.shared.SearchText;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.RegionPath;
import io.calllog.rest.shared.PageLimit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

record ListOfficersParameters(
    Set<OfficerStatus> status,
    Set<Role> role,
    @Nullable RegionPath region,
    @Nullable SearchText q,
    @Nullable PageLimit limit,
    @Nullable String cursor,
    @Nullable Boolean count) {

  OfficerFilter toFilter() {
    return new OfficerFilter(status, role, region, q);
  }
}
