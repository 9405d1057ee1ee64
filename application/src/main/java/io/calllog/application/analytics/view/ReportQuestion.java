package io.calllog.application.analytics.view;

import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.shared.SortedCopy;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Territory;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.officer.Visibility.Everything;
import io.calllog.domain.officer.Visibility.Part;
import io.calllog.domain.shared.RegionPath;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question that a report answers. Equal questions have equal answers as long as the calls and
 * clients do not change. To add a report, add a record here; compiler errors then show what else to
 * implement.
 *
 * @param <R> the content of the report
 */
public sealed interface ReportQuestion<R> {

  /** The default number of days, if the report does not define its own. */
  int DEFAULT_DAYS = 30;

  /** Returns the calls or clients to count. */
  ReportFilter filter();

  /** Returns what an actor sees of the calls or clients that the report counts. */
  default Visibility seenBy(Actor actor) {
    return actor.seesCalls();
  }

  /** Returns the name of the report in cache keys and metrics: the last segment of its path. */
  String name();

  /** Returns whether the answer consists of several reports, which must be of the same moment. */
  default boolean several() {
    return false;
  }

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

  /**
   * How the clients that are to be called again and again are covered on the first day of the
   * range. The officers of the filter are their owners.
   */
  record CoverageQuestion(ReportFilter filter) implements ReportQuestion<Coverage> {
    @Override
    public Visibility seenBy(Actor actor) {
      return actor.seesClients();
    }

    @Override
    public String name() {
      return "coverage";
    }
  }

  /** The number of calls in each hour of the week. */
  record HoursQuestion(ReportFilter filter) implements ReportQuestion<Hours> {
    @Override
    public String name() {
      return "hours";
    }
  }

  /**
   * The totals of all calls, optionally compared to the preceding period of the same length.
   *
   * @param parts other reports about the same calls, of the same moment
   */
  record SummaryQuestion(ReportFilter filter, boolean compared, Set<SummaryPart> parts)
      implements ReportQuestion<Summary> {

    public SummaryQuestion {
      parts = SortedCopy.of(parts);
    }

    /**
     * Returns the officer whose calls are counted, all of them and no others; null if there is
     * none, or the officer is not said.
     */
    public @Nullable OfficerId onlyOfficer(Visibility visibility) {
      if (filter.region() == null && filter.officers().size() == 1) {
        return filter.officers().iterator().next();
      }
      return filter.region() == null
              && filter.officers().isEmpty()
              && visibility instanceof Part(Territory territory, OfficerId owner)
              && territory.isEmpty()
          ? owner
          : null;
    }

    /** Returns the region whose calls are counted, all of them and no others; null if none. */
    public @Nullable RegionPath onlyRegion(Visibility visibility) {
      if (!filter.officers().isEmpty()) {
        return null;
      }
      RegionPath region = filter.region() == null ? allOf(visibility) : filter.region();
      return region != null && visibility.covers(region, null) ? region : null;
    }

    private static @Nullable RegionPath allOf(Visibility visibility) {
      return switch (visibility) {
        case Everything _ -> RegionPath.ROOT;
        case Part(Territory territory, OfficerId owner) ->
            owner == null && territory.roots().size() == 1 ? territory.roots().getFirst() : null;
      };
    }

    @Override
    public boolean several() {
      return !parts.isEmpty();
    }

    @Override
    public String name() {
      return "summary";
    }
  }
}
