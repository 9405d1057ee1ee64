package io.calllog.persistence.call;

import io.calllog.application.call.view.CallFilter;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.officer.Visibility.Own;
import io.calllog.domain.officer.Visibility.Territory;
import io.calllog.domain.shared.Region;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * By what a page is merged: the first rows of each value of one column are read in order from an
 * index, where the whole list would be walked past all others. Officers come first: what one of
 * them can have logged is bounded, what a client or a region had is not.
 */
enum CallMerge {
  /** The rows of each officer. */
  BY_OFFICER("c.officer_id"),
  /** The rows of each client. */
  BY_CLIENT("c.client_id"),
  /** The rows of each region in a subtree. */
  BY_REGION("c.region"),
  /** Nothing to merge: the list is read as it is. */
  NONE("");

  private final String column;

  CallMerge(String column) {
    this.column = column;
  }

  static CallMerge of(CallFilter filter, Visibility visibility) {
    if (!filter.officers().isEmpty() || visibility instanceof Own) {
      return BY_OFFICER;
    }
    if (!filter.clients().isEmpty()) {
      return BY_CLIENT;
    }
    boolean anywhere = territory(visibility).isRoot() && wanted(filter).isRoot();
    return anywhere ? NONE : BY_REGION;
  }

  /** Whether the conditions of this visibility are those of {@link #values} already. */
  boolean settles(Visibility visibility) {
    return (this == BY_OFFICER && visibility instanceof Own)
        || (this == BY_REGION && visibility instanceof Territory);
  }

  /** The column whose values are merged. */
  String column() {
    return column;
  }

  /** A query for the values, named {@code key}. */
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
      case NONE -> throw new IllegalStateException("nothing is merged");
    };
  }

  private static Region territory(Visibility visibility) {
    return visibility instanceof Territory(Region root) ? root : Region.ROOT;
  }

  private static Region wanted(CallFilter filter) {
    @Nullable Region region = filter.region();
    return region == null ? Region.ROOT : region;
  }
}
