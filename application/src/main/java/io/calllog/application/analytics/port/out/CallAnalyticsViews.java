package io.calllog.application.analytics.port.out;

import io.calllog.application.analytics.view.FiguresFilter;
import io.calllog.application.analytics.view.Freshness;
import io.calllog.application.analytics.view.OfficerDays;
import io.calllog.application.analytics.view.OfficerTimes;
import io.calllog.application.analytics.view.Outcomes;
import io.calllog.application.analytics.view.Report;
import io.calllog.application.analytics.view.Summary;
import io.calllog.application.analytics.view.Volumes;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.officer.Visibility;

/**
 * Reads figures over calls, as far as the visibility goes and without the deleted. Costs the same
 * however many calls there were. Needs no transaction: each report comes from one snapshot.
 * Thread-safe.
 */
public interface CallAnalyticsViews {

  /** How many calls there were, day by day. */
  Report<Volumes> volumes(FiguresFilter filter, Visibility visibility, Freshness freshness);

  /** How much time each officer spent in calls, most first; ties by name, then by id. */
  Report<OfficerTimes> callTimePerOfficer(
      FiguresFilter filter, Visibility visibility, Freshness freshness);

  /** What each officer did on each day, by name, then by id; only officers and days with calls. */
  Report<Slice<OfficerDays, ByName>> callsPerOfficerPerDay(
      FiguresFilter filter, Visibility visibility, Paging<ByName> paging, Freshness freshness);

  /** What came of the calls, day by day. */
  Report<Outcomes> outcomes(FiguresFilter filter, Visibility visibility, Freshness freshness);

  /**
   * The range at a glance.
   *
   * @param compared whether to tell of the range of equal length just before, too
   */
  Report<Summary> summary(
      FiguresFilter filter, boolean compared, Visibility visibility, Freshness freshness);
}
