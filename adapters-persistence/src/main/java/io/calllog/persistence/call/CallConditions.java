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

/** What a call ({@code c}) must be to appear in an answer. */
final class CallConditions {

  private CallConditions() {}

  /** All that the filter and the visibility say. */
  static Conditions all(Parameters parameters, CallFilter filter, Visibility visibility) {
    return within(butTime(parameters, filter, visibility, CallMerge.NONE), CallWindow.of(filter));
  }

  /** All that the filter and the visibility say, but for the time and what the merge settles. */
  static Conditions butTime(
      Parameters parameters, CallFilter filter, Visibility visibility, CallMerge merge) {
    var conditions = new Conditions(parameters).and("c.deleted_at IS NULL");
    if (!merge.settles(visibility)) {
      conditions.visible(visibility, "c.region", "c.officer_id");
    }
    if (merge != CallMerge.BY_OFFICER) {
      conditions.in("c.officer_id", filter.officers().stream().map(OfficerId::value).toList());
    }
    if (merge != CallMerge.BY_CLIENT) {
      conditions.in("c.client_id", filter.clients().stream().map(ClientId::value).toList());
    }
    if (merge != CallMerge.BY_REGION && filter.region() != null) {
      conditions.within("c.region", filter.region());
    }
    conditions.in("c.type", filter.types().stream().map(Enum::name).toList());
    conditions.in("c.outcome", filter.outcomes().stream().map(Enum::name).toList());
    if (filter.minDurationSeconds() != null) {
      conditions.and("c.duration_seconds >= ?", filter.minDurationSeconds());
    }
    return conditions;
  }

  /** Adds that it starts in the window. The bounds of the id are what prunes partitions. */
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

  /** Adds that it comes after a place in the order. */
  static Conditions after(Conditions conditions, ByStart place, CallOrder order) {
    String beyond =
        switch (order) {
          case LATEST_FIRST -> "(c.started_at, c.id) < (?, ?)";
          case EARLIEST_FIRST -> "(c.started_at, c.id) > (?, ?)";
        };
    return conditions.and(beyond, Times.parameter(CallTimes.limit(place.startedAt())), place.id());
  }
}
