package io.calllog.persistence.call;

import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import io.calllog.persistence.shared.Times;
import org.jspecify.annotations.Nullable;

/** Conditions on a call, named {@code c} in SQL. */
final class CallConditions {

  private CallConditions() {}

  /** All conditions of the filter and the visibility. */
  static Conditions all(Parameters parameters, CallFilter filter, Reach reach) {
    Conditions conditions =
        exceptTime(parameters, filter, null).visible(reach, "c.region_key", "c.officer_id");
    return within(conditions, CallWindow.of(filter));
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
    return conditions;
  }

  /** Requires that the call starts in the window. The bounds of the id prune partitions. */
  static Conditions within(Conditions conditions, CallWindow window) {
    if (window.from() != null) {
      conditions.and(
          "c.started_at >= ? AND c.id >= ?",
          Times.parameter(window.from()),
          CallTimes.lowestId(window.from()));
    }
    if (window.to() != null) {
      conditions.and(
          "c.started_at < ? AND c.id < ?",
          Times.parameter(window.to()),
          CallTimes.idBeyond(window.to()));
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
