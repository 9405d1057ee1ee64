package io.calllog.persistence.call;

import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Times;

/** Conditions on a call, named {@code c} in SQL. */
final class CallConditions {

  private CallConditions() {}

  /** All conditions of the filter and the visibility. */
  static Conditions all(Parameters parameters, CallFilter filter, Visibility visibility) {
    return within(exceptTime(parameters, filter, visibility, MergeBy.NONE), CallWindow.of(filter));
  }

  /** The conditions except those on the time and those that the merge already applies. */
  static Conditions exceptTime(
      Parameters parameters, CallFilter filter, Visibility visibility, MergeBy merge) {
    var conditions = new Conditions(parameters).and("c.deleted_at IS NULL");
    if (!merge.alreadyFilters(visibility)) {
      conditions.visible(visibility, "c.region", "c.officer_id");
    }
    if (merge != MergeBy.BY_OFFICER) {
      conditions.in("c.officer_id", filter.officers().stream().map(OfficerId::value).toList());
    }
    if (merge != MergeBy.BY_CLIENT) {
      conditions.in("c.client_id", filter.clients().stream().map(ClientId::value).toList());
    }
    if (merge != MergeBy.BY_REGION && filter.region() != null) {
      conditions.within("c.region", filter.region());
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
