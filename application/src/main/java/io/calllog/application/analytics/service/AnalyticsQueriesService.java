package io.calllog.application.analytics.service;

import io.calllog.application.analytics.port.in.AnalyticsQueries;
import io.calllog.application.analytics.port.out.CallAnalyticsViews;
import io.calllog.application.analytics.view.FiguresFilter;
import io.calllog.application.analytics.view.OfficerDays;
import io.calllog.application.analytics.view.OfficerTimes;
import io.calllog.application.analytics.view.Outcomes;
import io.calllog.application.analytics.view.Report;
import io.calllog.application.analytics.view.Summary;
import io.calllog.application.analytics.view.Volumes;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.officer.Actor;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Opens no transaction: most answers come from the cache and need no connection. */
@UseCase(TxMode.NONE)
final class AnalyticsQueriesService implements AnalyticsQueries {

  private final CallAnalyticsViews views;
  private final ReportingZone zone;
  private final InstantSource clock;

  AnalyticsQueriesService(CallAnalyticsViews views, ReportingZone zone, InstantSource clock) {
    this.views = views;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public Report<Volumes> volumes(Actor actor, Query query) {
    return views.volumes(filter(query), actor.seesCalls(), query.freshness());
  }

  @Override
  public Report<OfficerTimes> callTimePerOfficer(Actor actor, Query query) {
    return views.callTimePerOfficer(filter(query), actor.seesCalls(), query.freshness());
  }

  @Override
  public Report<Slice<OfficerDays, ByName>> callsPerOfficerPerDay(
      Actor actor, Query query, Paging<ByName> paging) {
    query.range().requireAtMost(MAX_DAYS_PER_OFFICER);
    return views.callsPerOfficerPerDay(filter(query), actor.seesCalls(), paging, query.freshness());
  }

  @Override
  public Report<Outcomes> outcomes(Actor actor, Query query) {
    return views.outcomes(filter(query), actor.seesCalls(), query.freshness());
  }

  @Override
  public Report<Summary> summary(Actor actor, Query query, boolean compared) {
    return views.summary(filter(query), compared, actor.seesCalls(), query.freshness());
  }

  @Override
  public DayRange range(@Nullable LocalDate from, @Nullable LocalDate to, int days) {
    return DayRange.of(from, to, zone.today(clock), days);
  }

  private static FiguresFilter filter(Query query) {
    return new FiguresFilter(query.range(), query.region(), query.officers());
  }
}
