package io.calllog.application.analytics.view;

import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.Region;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What figures are narrowed to; an empty set and null stand for no limit.
 *
 * @param range of calls that started on these days
 * @param region of calls made at or below it
 * @param officers of calls of these officers
 */
public record FiguresFilter(DayRange range, @Nullable Region region, Set<OfficerId> officers) {

  /** Copies the set. */
  public FiguresFilter {
    officers = Set.copyOf(officers);
  }
}
