package io.calllog.application.analytics.view;

import io.calllog.application.shared.SortedCopy;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.RegionPath;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls that a report counts: those that meet every condition.
 *
 * @param region calls made in or below this region; all regions if null
 * @param officers all officers if empty. Sorted, so that equal filters have equal texts
 */
public record ReportFilter(DayRange range, @Nullable RegionPath region, Set<OfficerId> officers) {

  public ReportFilter {
    officers = SortedCopy.of(officers);
  }
}
