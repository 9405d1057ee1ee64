package io.calllog.application.analytics.view;

import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;

/**
 * A question that a report answers. Equal questions have equal answers as long as the calls do not
 * change. To add a report, add a record here; compiler errors then show what else to implement.
 *
 * @param <R> the content of the report
 */
public sealed interface ReportQuestion<R> {

  /** The default number of days, if the report does not define its own. */
  int DEFAULT_DAYS = 30;

  /** Returns the calls to count. */
  ReportFilter filter();

  /** Returns the name of the report in cache keys and metrics: the last segment of its path. */
  String name();

  /** The number of calls on each day. */
  record VolumesQuestion(ReportFilter filter) implements ReportQuestion<Volumes> {
    @Override
    public String name() {
      return "volumes";
    }
  }

  /**
   * The time each officer spent in calls, longest talk time first, then by name and id.
   *
   * @param includeIdle whether to include officers without calls, as in {@link OfficerDaysQuestion}
   */
  record OfficerTimesQuestion(ReportFilter filter, boolean includeIdle)
      implements ReportQuestion<OfficerTimes> {
    @Override
    public String name() {
      return "call-time-per-officer";
    }
  }

  /**
   * The calls per officer and day, by name, then id, in a range of at most {@link #MAX_DAYS}.
   *
   * @param includeIdle whether to include officers without calls: those that are visible, not
   *     deleted, and in or below the region of the filter
   */
  record OfficerDaysQuestion(ReportFilter filter, boolean includeIdle, Paging<ByName> paging)
      implements ReportQuestion<Slice<OfficerDays, ByName>> {

    /** The default number of days. */
    public static final int DEFAULT_DAYS = 7;

    /** The maximum number of days. */
    public static final int MAX_DAYS = 92;

    /** Throws {@link io.calllog.domain.shared.InvalidInput} if the range is longer. */
    public OfficerDaysQuestion {
      filter.range().requireAtMost(MAX_DAYS);
    }

    @Override
    public String name() {
      return "calls-per-officer-per-day";
    }
  }

  /** The number of calls with each outcome, on each day. */
  record OutcomesQuestion(ReportFilter filter) implements ReportQuestion<Breakdown<CallOutcome>> {
    @Override
    public String name() {
      return "outcomes";
    }
  }

  /** The number of calls of each type, on each day. */
  record TypesQuestion(ReportFilter filter) implements ReportQuestion<Breakdown<CallType>> {
    @Override
    public String name() {
      return "types";
    }
  }

  /** The follow-ups that were due in the range, for each officer who owes some. */
  record FollowUpsQuestion(ReportFilter filter) implements ReportQuestion<FollowUpFigures> {
    @Override
    public String name() {
      return "follow-ups";
    }
  }

  /** The totals of all calls, optionally compared to the preceding period of the same length. */
  record SummaryQuestion(ReportFilter filter, boolean compared) implements ReportQuestion<Summary> {
    @Override
    public String name() {
      return "summary";
    }
  }
}
