package io.calllog.application.analytics.view;

import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;

/**
 * A question that a report answers. Equal questions have equal answers, as long as the calls stay
 * the same. To add a report, add a record here; the compiler then names the places that have to
 * answer it.
 *
 * @param <R> the content of the report
 */
public sealed interface ReportQuestion<R> {

  /** The number of days of a range without a first day, unless the report has its own default. */
  int DEFAULT_DAYS = 30;

  /** The calls that count. */
  ReportFilter filter();

  /** The name of the report in cache keys and metrics: the last segment of its address. */
  String name();

  /** How many calls were there on each day? */
  record VolumesQuestion(ReportFilter filter) implements ReportQuestion<Volumes> {
    @Override
    public String name() {
      return "volumes";
    }
  }

  /** How much time did each officer spend in calls? Most time first, then by name and id. */
  record OfficerTimesQuestion(ReportFilter filter) implements ReportQuestion<OfficerTimes> {
    @Override
    public String name() {
      return "call-time-per-officer";
    }
  }

  /**
   * What did each officer do on each day? By name, then id; only officers and days with calls.
   *
   * @param filter at most {@link #MAX_DAYS}
   * @param paging the page of officers
   */
  record OfficerDaysQuestion(ReportFilter filter, Paging<ByName> paging)
      implements ReportQuestion<Slice<OfficerDays, ByName>> {

    /** The number of days of a range without a first day. */
    public static final int DEFAULT_DAYS = 7;

    /** The most days of a range. */
    public static final int MAX_DAYS = 92;

    /** Refuses more days with {@link io.calllog.domain.shared.InvalidInput}. */
    public OfficerDaysQuestion {
      filter.range().requireAtMost(MAX_DAYS);
    }

    @Override
    public String name() {
      return "calls-per-officer-per-day";
    }
  }

  /** How many calls had each outcome, on each day? */
  record OutcomesQuestion(ReportFilter filter) implements ReportQuestion<Breakdown<CallOutcome>> {
    @Override
    public String name() {
      return "outcomes";
    }
  }

  /** How many calls had each type, on each day? */
  record TypesQuestion(ReportFilter filter) implements ReportQuestion<Breakdown<CallType>> {
    @Override
    public String name() {
      return "types";
    }
  }

  /**
   * What do all calls amount to?
   *
   * @param compared whether the report has the figures of the days before, too: as many days as the
   *     range has
   */
  record SummaryQuestion(ReportFilter filter, boolean compared) implements ReportQuestion<Summary> {
    @Override
    public String name() {
      return "summary";
    }
  }
}
