package io.calllog.application.officer.port.in;

import io.calllog.application.officer.view.OfficerFilter;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerId;

/** Reads officers for an actor. Thread-safe. */
public interface OfficerQueries {

  /**
   * Returns an officer.
   *
   * @throws io.calllog.domain.shared.NotFound if there is none, or the actor may not see them
   */
  OfficerView find(Actor actor, OfficerId id);

  /** Returns the officers that the actor can see and that match the filter, by name. */
  Slice<OfficerView, ByName> list(Actor actor, OfficerFilter filter, Paging<ByName> paging);
}
