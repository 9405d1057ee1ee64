package io.calllog.application.analytics.service;

import io.calllog.application.analytics.port.in.AnalyticsQueries;
import io.calllog.application.analytics.port.out.ReportCache;
import io.calllog.application.analytics.port.out.Reports;
import io.calllog.application.analytics.view.ReportAnswer;
import io.calllog.application.analytics.view.ReportQuestion;
import io.calllog.application.region.port.out.RegionKeys;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.Visibility;
import java.time.InstantSource;

/** Runs without a transaction: most answers come from the cache and need no connection. */
@UseCase(TxMode.NONE)
final class AnalyticsQueriesService implements AnalyticsQueries {

  private final Reports reports;
  private final ReportCache cache;
  private final RegionKeys regions;
  private final ReportingZone zone;
  private final InstantSource clock;

  AnalyticsQueriesService(
      Reports reports,
      ReportCache cache,
      RegionKeys regions,
      ReportingZone zone,
      InstantSource clock) {
    this.reports = reports;
    this.cache = cache;
    this.regions = regions;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public <R> ReportAnswer answer(Actor actor, Request<R> request) {
    DayRange range =
        DayRange.of(request.from(), request.to(), zone.today(clock), request.defaultDays());
    ReportQuestion<R> question = request.question().apply(range);
    Visibility visibility = actor.seesCalls();
    return cache.answer(
        new ReportCache.Key(question, visibility, regions.version(), request.format()),
        request.freshness(),
        () -> request.rendering().apply(reports.answer(question, visibility)));
  }
}
