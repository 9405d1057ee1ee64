package io.calllog.persistence.call;

import io.calllog.application.call.view.CallFilter;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.officer.Visibility.Own;
import io.calllog.domain.officer.Visibility.Territory;
import io.calllog.domain.shared.RegionPath;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * The column that a page is merged by. The first rows of each value of the column are read in order
 * from an index, and merged; walking the whole list would read the rows of all other values too.
 * Officers are preferred, because the number of calls of one officer is bounded, and that of a
 * client or a region is not.
 */
enum MergeBy {
  /** The rows of each officer. */
  BY_OFFICER("c.officer_id"),
  /** The rows of each client. */
  BY_CLIENT("c.client_id"),
  /** The rows of each region in a subtree. */
  BY_REGION("c.region"),
  /** No merge: the list is read by start. */
  NONE("");

  private final String column;

  MergeBy(String column) {
    this.column = column;
  }

  static MergeBy of(CallFilter filter, Visibility visibility) {
    if (!filter.officers().isEmpty() || visibility instanceof Own) {
      return BY_OFFICER;
    }
    if (!filter.clients().isEmpty()) {
      return BY_CLIENT;
    }
    boolean anywhere = territory(visibility).isRoot() && wanted(filter).isRoot();
    return anywhere ? NONE : BY_REGION;
  }

  /** Whether {@link #values} already applies the conditions of this visibility. */
  boolean alreadyFilters(Visibility visibility) {
    return (this == BY_OFFICER && visibility instanceof Own)
        || (this == BY_REGION && visibility instanceof Territory);
  }

  /** The column whose values are merged. */
  String column() {
    return column;
  }

  /** A query for the values, in a column {@code key}. */
  String values(Parameters parameters, CallFilter filter, Visibility visibility) {
    var conditions = new Conditions(parameters);
    return switch (this) {
      case BY_OFFICER -> {
        if (visibility instanceof Own(OfficerId self)) {
          conditions.and("o.id = ?", self.value());
        }
        conditions.in("o.id", filter.officers().stream().map(OfficerId::value).toList());
        yield "SELECT o.id AS key FROM officers o WHERE " + conditions.sql();
      }
      case BY_CLIENT -> {
        conditions.in("k.id", filter.clients().stream().map(ClientId::value).toList());
        yield "SELECT k.id AS key FROM clients k WHERE " + conditions.sql();
      }
      case BY_REGION -> {
        conditions.within("r.path", territory(visibility)).within("r.path", wanted(filter));
        yield "SELECT r.path AS key FROM regions r WHERE " + conditions.sql();
      }
      case NONE -> throw new IllegalStateException("no merge");
    };
  }

  private static RegionPath territory(Visibility visibility) {
    return visibility instanceof Territory(RegionPath root) ? root : RegionPath.ROOT;
  }

  private static RegionPath wanted(CallFilter filter) {
    @Nullable RegionPath region = filter.region();
    return region == null ? RegionPath.ROOT : region;
  }
}
