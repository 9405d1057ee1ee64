package io.calllog.persistence.call;

import io.calllog.application.call.view.CallFilter;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.persistence.shared.Reach;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a page is merged by, if not by region. The first rows of each value of the column are read
 * in order from an index, and merged; walking the whole list would read the rows of all other
 * values too. Officers are preferred, because the number of calls of one officer is bounded, and
 * that of a client or a region is not.
 */
enum MergeBy {
  /** The rows of each officer. */
  OFFICER("officer_id"),
  /** The rows of each client. */
  CLIENT("client_id");

  private final String column;

  MergeBy(String column) {
    this.column = column;
  }

  /** Returns null if the list has no officers and no clients to merge. */
  static @Nullable MergeBy of(CallFilter filter, Reach reach) {
    if (!filter.officers().isEmpty() || reach.ownOnly()) {
      return OFFICER;
    }
    return filter.clients().isEmpty() ? null : CLIENT;
  }

  /** The column whose values are merged. */
  String column() {
    return column;
  }

  /** The values to merge. */
  UUID[] values(CallFilter filter, Reach reach) {
    return switch (this) {
      case OFFICER -> officers(filter, reach).map(OfficerId::value).toArray(UUID[]::new);
      case CLIENT -> filter.clients().stream().map(ClientId::value).toArray(UUID[]::new);
    };
  }

  private static Stream<OfficerId> officers(CallFilter filter, Reach reach) {
    Stream<OfficerId> named = filter.officers().stream();
    if (!reach.ownOnly()) {
      return named;
    }
    return filter.officers().isEmpty()
        ? Stream.ofNullable(reach.owner())
        : named.filter(officer -> officer.equals(reach.owner()));
  }
}
