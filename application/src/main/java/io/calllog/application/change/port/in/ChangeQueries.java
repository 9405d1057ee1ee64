package io.calllog.application.change.port.in;

import io.calllog.application.change.view.ChangeKind;
import io.calllog.application.change.view.ChangePage;
import io.calllog.application.shared.Cursor.ByChange;
import io.calllog.domain.officer.Actor;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what has changed since the last time. Thread-safe. */
public interface ChangeQueries {

  /** The maximum number of changes on a page. */
  int MAX_LIMIT = 1_000;

  /**
   * Returns the changes of what the actor sees, each thing with its newest state. A change that is
   * committed late comes late; none is left out.
   *
   * @param kinds at least one
   * @param limit the maximum number of items, 1 to {@link #MAX_LIMIT}
   * @param after where the last page of the same kinds ended; null to read everything there is
   * @throws io.calllog.application.shared.StartOver if a copy cannot be kept with this cursor
   */
  ChangePage list(Actor actor, Set<ChangeKind> kinds, int limit, @Nullable ByChange after);
}
