package io.calllog.persistence.call;

import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallId;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import io.calllog.persistence.shared.Times;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Conditions on a call, named {@code c} in SQL. */
final class CallConditions {

  /** Anybody can ask for ids of later months. They need no statements of their own. */
  private static final Instant LATEST_MONTH = Instant.parse("2100-01-01T00:00:00Z");

  private CallConditions() {}

  /**
   * All conditions of the filter and the visibility.
   *
   * @param window the range of the filter
   */
  static Conditions all(Parameters parameters, CallFilter filter, Reach reach, CallWindow window) {
    Conditions conditions =
        exceptTime(parameters, filter, null).visible(reach, "c.region_key", "c.officer_id");
    return inPartitions(startsWithin(conditions, window), window);
  }

  /**
   * The conditions of the filter except those on the time and the region.
   *
   * @param merged the column whose values are merged, which needs no condition; null for none
   */
  static Conditions exceptTime(Parameters parameters, CallFilter filter, @Nullable MergeBy merged) {
    var conditions = new Conditions(parameters).and("c.deleted_at IS NULL");
    if (merged != MergeBy.OFFICER) {
      conditions.in("c.officer_id", filter.officers().stream().map(OfficerId::value).toList());
    }
    if (merged != MergeBy.CLIENT) {
      conditions.in("c.client_id", filter.clients().stream().map(ClientId::value).toList());
    }
    conditions.in("c.type", filter.types().stream().map(Enum::name).toList());
    conditions.in("c.outcome", filter.outcomes().stream().map(Enum::name).toList());
    if (filter.externalId() != null) {
      conditions.and("c.external_id = ?", filter.externalId().value());
    }
    if (filter.minDurationSeconds() != null) {
      conditions.and("c.duration_seconds >= ?", filter.minDurationSeconds());
    }
    if (filter.text() != null) {
      // The expression of the index calls_by_words, and its condition.
      conditions.and(
          "c.comment IS NOT NULL AND array_to_tsvector(search_words(c.comment)) @@ search_query(?)",
          filter.text().value());
    }
    return conditions;
  }

  /** Requires that the call starts in the window. */
  static Conditions startsWithin(Conditions conditions, CallWindow window) {
    if (window.from() != null) {
      conditions.and("c.started_at >= ?", Times.parameter(window.from()));
    }
    if (window.to() != null) {
      conditions.and("c.started_at < ?", Times.parameter(window.to()));
    }
    return conditions;
  }

  /**
   * Reads only the partitions of calls that start in the window. The bounds are constants in the
   * text of the statement, and whole months, so that PostgreSQL skips the other partitions when it
   * plans the statement, and then uses the plan for the whole month.
   */
  static Conditions inPartitions(Conditions conditions, CallWindow window) {
    if (window.from() != null) {
      Instant month = CallTimes.monthOf(window.from().minus(Call.ID_TOLERANCE));
      conditions.and("c.id >= '%s'".formatted(CallTimes.firstId(month)));
    }
    if (window.to() != null) {
      Instant month = CallTimes.monthFrom(window.to().plus(Call.ID_TOLERANCE));
      conditions.and("c.id < '%s'".formatted(CallTimes.firstId(month)));
    }
    return conditions;
  }

  /** Requires that the call has the id. Only its partition is read, as in {@link #inPartitions}. */
  static Conditions hasId(Conditions conditions, CallId id) {
    conditions.and("c.id = ?", id.value());
    Instant time = id.time();
    if (id.isTimeBased() && !time.isBefore(Call.EARLIEST_START) && time.isBefore(LATEST_MONTH)) {
      Instant month = CallTimes.monthOf(time);
      conditions.and(
          "c.id >= '%s' AND c.id < '%s'"
              .formatted(
                  CallTimes.firstId(month),
                  CallTimes.firstId(CallTimes.monthFrom(time.plusMillis(1)))));
    }
    return conditions;
  }

  /** Requires that the call follows a place in the order. */
  static Conditions after(Conditions conditions, ByStart place, CallOrder order) {
    String beyond =
        switch (order) {
          case LATEST_FIRST -> "(c.started_at, c.id) < (?, ?)";
          case EARLIEST_FIRST -> "(c.started_at, c.id) > (?, ?)";
        };
    return conditions.and(beyond, Times.parameter(CallTimes.limit(place.startedAt())), place.id());
  }
}
