package io.calllog.application.analytics.port.in;

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
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.Region;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Figures over the calls that count for an actor: those that they can list. Thread-safe. */
public interface AnalyticsQueries {

  /** How many days a range has unless said otherwise, today included. */
  int DEFAULT_DAYS = 30;

  /** The same for {@link #callsPerOfficerPerDay}. */
  int DEFAULT_DAYS_PER_OFFICER = 7;

  /** The most days that {@link #callsPerOfficerPerDay} tells of. */
  int MAX_DAYS_PER_OFFICER = 92;

  /** How many calls there were, day by day. */
  Report<Volumes> volumes(Actor actor, Query query);

  /** How much time each officer spent in calls, most first. */
  Report<OfficerTimes> callTimePerOfficer(Actor actor, Query query);

  /**
   * What each officer did on each day, by name.
   *
   * @throws io.calllog.domain.shared.InvalidInput when these are more than {@link
   *     #MAX_DAYS_PER_OFFICER} days
   */
  Report<Slice<OfficerDays, ByName>> callsPerOfficerPerDay(
      Actor actor, Query query, Paging<ByName> paging);

  /** What came of the calls, day by day. */
  Report<Outcomes> outcomes(Actor actor, Query query);

  /**
   * The range at a glance.
   *
   * @param compared whether to tell of the range of equal length just before, too
   */
  Report<Summary> summary(Actor actor, Query query, boolean compared);

  /**
   * The days that somebody asks for, who may leave out either end.
   *
   * @param from the first day
   * @param to the day after the last; tomorrow in the reporting time zone when null
   * @param days how many days the range has when {@code from} is null
   * @throws io.calllog.domain.shared.InvalidInput naming {@code from} or {@code to}, when the range
   *     is empty, too long or out of reach
   */
  DayRange range(@Nullable LocalDate from, @Nullable LocalDate to, int days);

  /**
   * What is asked.
   *
   * @param range about which days
   * @param region of calls made at or below it
   * @param officers of calls of these officers; of all when empty
   * @param freshness how old the answer may be
   */
  record Query(
      DayRange range, @Nullable Region region, Set<OfficerId> officers, Freshness freshness) {

    /** Copies the set. */
    public Query {
      officers = Set.copyOf(officers);
    }
  }
}
