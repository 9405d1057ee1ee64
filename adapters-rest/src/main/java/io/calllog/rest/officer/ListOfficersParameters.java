package io.calllog.rest.officer;

import io.calllog.application.officer.view.OfficerFilter;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.RegionPath;
import io.calllog.rest.shared.PageLimit;
import io.calllog.rest.shared.SearchText;
import org.jspecify.annotations.Nullable;

record ListOfficersParameters(
    @Nullable OfficerStatus status,
    @Nullable Role role,
    @Nullable RegionPath region,
    @Nullable SearchText q,
    @Nullable PageLimit limit,
    @Nullable String cursor,
    @Nullable Boolean count) {

  OfficerFilter toFilter() {
    return new OfficerFilter(status, role, region, q == null ? null : q.value());
  }
}
