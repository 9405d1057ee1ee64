package io.calllog.application.officer.view;

import io.calllog.application.shared.SearchText;
import io.calllog.application.shared.SortedCopy;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.RegionPath;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A filter for officers. An empty set or null means no restriction. A region includes those below
 * it. The {@code text} is searched in the name and the e-mail address.
 */
public record OfficerFilter(
    Set<OfficerStatus> statuses,
    Set<Role> roles,
    @Nullable RegionPath region,
    @Nullable SearchText text) {

  /** Matches every officer. */
  public static final OfficerFilter ALL = new OfficerFilter(Set.of(), Set.of(), null, null);

  /** Copies the sets, sorted, so that equal filters are the same text. */
  public OfficerFilter {
    statuses = SortedCopy.of(statuses);
    roles = SortedCopy.of(roles);
  }
}
