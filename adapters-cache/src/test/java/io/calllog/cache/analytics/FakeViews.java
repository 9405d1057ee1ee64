package io.calllog.cache.analytics;

import io.calllog.application.analytics.port.out.CallAnalyticsViews;
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
import java.util.concurrent.atomic.AtomicInteger;

/** Counts its computations. Volumes tell which one they come from, times of officers who asked. */
final class FakeViews implements CallAnalyticsViews {

  private final AtomicInteger computations = new AtomicInteger();
  private volatile Runnable meanwhile = () -> {};

  int computations() {
    return computations.get();
  }

  /** What happens in each computation from now on. */
  void meanwhile(Runnable meanwhile) {
    this.meanwhile = meanwhile;
  }

  @Override
  public Report<Volumes> volumes(FiguresFilter filter, Visibility visibility, Freshness freshness) {
    return computed(Samples.volumes(computations.incrementAndGet()));
  }

  @Override
  public Report<OfficerTimes> callTimePerOfficer(
      FiguresFilter filter, Visibility visibility, Freshness freshness) {
    computations.incrementAndGet();
    return computed(Samples.officerTimes(visibility.toString()));
  }

  @Override
  public Report<Slice<OfficerDays, ByName>> callsPerOfficerPerDay(
      FiguresFilter filter, Visibility visibility, Paging<ByName> paging, Freshness freshness) {
    computations.incrementAndGet();
    return computed(paging.counted() ? Samples.officerDays() : Samples.lastOfficerDays());
  }

  @Override
  public Report<Outcomes> outcomes(
      FiguresFilter filter, Visibility visibility, Freshness freshness) {
    computations.incrementAndGet();
    return computed(Samples.outcomes());
  }

  @Override
  public Report<Summary> summary(
      FiguresFilter filter, boolean compared, Visibility visibility, Freshness freshness) {
    computations.incrementAndGet();
    return computed(compared ? Samples.comparedSummary() : Samples.summary());
  }

  private <T> Report<T> computed(T content) {
    meanwhile.run();
    return Samples.report(content);
  }
}
