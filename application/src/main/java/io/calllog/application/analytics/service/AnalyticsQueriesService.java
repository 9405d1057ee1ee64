package io.calllog.application.analytics.service;

import io.calllog.application.analytics.port.in.AnalyticsQueries;
import io.calllog.application.analytics.port.out.ReportCache;
import io.calllog.application.analytics.port.out.Reports;
import io.calllog.application.analytics.view.Freshness;
import io.calllog.application.analytics.view.Report;
import io.calllog.application.analytics.view.ReportAnswer;
import io.calllog.application.analytics.view.ReportQuestion;
import io.calllog.application.region.port.out.RegionKeys;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.Visibility;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Runs without a transaction: most answers come from the cache and need no connection. */
@UseCase(TxMode.NONE)
final class AnalyticsQueriesService implements AnalyticsQueries {

  private final Reports reports;
  private final ReportCache cache;
  private final RegionKeys regions;
  private final UnitOfWork unitOfWork;
  private final ReportingZone zone;
  private final InstantSource clock;

  AnalyticsQueriesService(
      Reports reports,
      ReportCache cache,
      RegionKeys regions,
      UnitOfWork unitOfWork,
      ReportingZone zone,
      InstantSource clock) {
    this.reports = reports;
    this.cache = cache;
    this.regions = regions;
    this.unitOfWork = unitOfWork;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public <R> ReportAnswer answer(Actor actor, Request<R> request) {
    DayRange range =
        DayRange.of(request.from(), request.to(), zone.today(clock), request.defaultDays());
    ReportQuestion<R> question = request.question().apply(range);
    Visibility visibility = question.seenBy(actor);
    Supplier<Report<R>> exact = () -> reports.answer(question, visibility);
    // A new report is also the answer to others who wait for one, so it has what each of them
    // wrote.
    Supplier<Report<R>> report =
        request.freshness() == Freshness.NEW ? exact : () -> unitOfWork.read(actor, false, exact);
    return cache.answer(
        new ReportCache.Key(question, visibility, regions.version(), request.format()),
        request.freshness(),
        () -> request.rendering().apply(report.get()));
  }
}
