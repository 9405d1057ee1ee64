package io.calllog.application.analytics.service;

import io.calllog.application.analytics.port.in.AnalyticsQueries;
import io.calllog.application.analytics.port.out.ReportCache;
import io.calllog.application.analytics.port.out.Reports;
import io.calllog.application.analytics.view.Freshness;
import io.calllog.application.analytics.view.Report;
import io.calllog.application.analytics.view.ReportAnswer;
import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.analytics.view.ReportQuestion;
import io.calllog.application.analytics.view.ReportQuestion.HoursQuestion;
import io.calllog.application.analytics.view.ReportQuestion.OfficerTimesQuestion;
import io.calllog.application.analytics.view.ReportQuestion.OutcomesQuestion;
import io.calllog.application.analytics.view.ReportQuestion.SummaryQuestion;
import io.calllog.application.analytics.view.ReportQuestion.VolumesQuestion;
import io.calllog.application.analytics.view.Summary;
import io.calllog.application.analytics.view.Summary.Included;
import io.calllog.application.analytics.view.SummaryPart;
import io.calllog.application.region.port.out.RegionKeys;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.Visibility;
import java.time.InstantSource;
import java.util.Set;
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
    boolean several = question.several();
    Supplier<Report<R>> exact = () -> compute(question, visibility);
    // A new report is also the answer to others who wait for one, so it has what each of them
    // wrote.
    Supplier<Report<R>> report =
        request.freshness() == Freshness.RECENT
            ? () -> unitOfWork.read(actor, several, exact)
            : several ? () -> unitOfWork.snapshot(exact) : exact;
    return cache.answer(
        new ReportCache.Key(question, visibility, regions.version(), request.format()),
        request.freshness(),
        () -> request.rendering().apply(report.get()));
  }

  /** The reports that a summary includes are read after it from the same snapshot. */
  @SuppressWarnings("unchecked") // the content of the answer to a summary question is a summary
  private <R> Report<R> compute(ReportQuestion<R> question, Visibility visibility) {
    Report<R> report = reports.answer(question, visibility);
    if (!(question instanceof SummaryQuestion summary) || summary.parts().isEmpty()) {
      return report;
    }
    ReportFilter filter = question.filter();
    Set<SummaryPart> parts = summary.parts();
    var included =
        new Included(
            parts.contains(SummaryPart.DAILY)
                ? content(new VolumesQuestion(filter), visibility)
                : null,
            parts.contains(SummaryPart.OFFICERS)
                ? content(new OfficerTimesQuestion(filter, false), visibility)
                : null,
            parts.contains(SummaryPart.OUTCOMES)
                ? content(new OutcomesQuestion(filter), visibility)
                : null,
            parts.contains(SummaryPart.HOURS)
                ? content(new HoursQuestion(filter), visibility)
                : null);
    var content = (R) ((Summary) report.content()).including(included);
    return new Report<>(report.filter(), report.timeZone(), report.asOf(), content);
  }

  private <T> T content(ReportQuestion<T> question, Visibility visibility) {
    return reports.answer(question, visibility).content();
  }
}
