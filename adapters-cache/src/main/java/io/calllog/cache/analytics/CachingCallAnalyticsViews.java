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
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/**
 * Answers with figures of a few seconds ago where they will do, and has the others computed by the
 * views that it stands in front of. Fails only as they do.
 */
@Component
@Primary
final class CachingCallAnalyticsViews implements CallAnalyticsViews {

  private final CallAnalyticsViews views;
  private final CachedView<Volumes> volumes;
  private final CachedView<OfficerTimes> callTimePerOfficer;
  private final CachedView<Slice<OfficerDays, ByName>> callsPerOfficerPerDay;
  private final CachedView<Outcomes> outcomes;
  private final CachedView<Summary> summary;

  CachingCallAnalyticsViews(CallAnalyticsViews views, CachedViews cached) {
    this.views = views;
    this.volumes = cached.of("volumes", new TypeReference<>() {}, content -> content.days().size());
    this.callTimePerOfficer =
        cached.of(
            "call-time-per-officer",
            new TypeReference<>() {},
            content -> content.officers().size());
    this.callsPerOfficerPerDay =
        cached.of(
            "calls-per-officer-per-day",
            new TypeReference<>() {},
            content -> content.items().stream().mapToInt(officer -> officer.days().size()).sum());
    this.outcomes =
        cached.of(
            "outcomes",
            new TypeReference<>() {},
            content -> content.days().stream().mapToInt(day -> day.outcomes().size()).sum());
    this.summary = cached.of("summary", new TypeReference<>() {}, _ -> 2);
  }

  @Override
  public Report<Volumes> volumes(FiguresFilter filter, Visibility visibility, Freshness freshness) {
    return volumes.report(
        Question.of(filter, visibility),
        freshness,
        () -> views.volumes(filter, visibility, freshness));
  }

  @Override
  public Report<OfficerTimes> callTimePerOfficer(
      FiguresFilter filter, Visibility visibility, Freshness freshness) {
    return callTimePerOfficer.report(
        Question.of(filter, visibility),
        freshness,
        () -> views.callTimePerOfficer(filter, visibility, freshness));
  }

  @Override
  public Report<Slice<OfficerDays, ByName>> callsPerOfficerPerDay(
      FiguresFilter filter, Visibility visibility, Paging<ByName> paging, Freshness freshness) {
    return callsPerOfficerPerDay.report(
        Question.of(filter, visibility, paging),
        freshness,
        () -> views.callsPerOfficerPerDay(filter, visibility, paging, freshness));
  }

  @Override
  public Report<Outcomes> outcomes(
      FiguresFilter filter, Visibility visibility, Freshness freshness) {
    return outcomes.report(
        Question.of(filter, visibility),
        freshness,
        () -> views.outcomes(filter, visibility, freshness));
  }

  @Override
  public Report<Summary> summary(
      FiguresFilter filter, boolean compared, Visibility visibility, Freshness freshness) {
    return summary.report(
        Question.of(filter, compared, visibility),
        freshness,
        () -> views.summary(filter, compared, visibility, freshness));
  }
}
