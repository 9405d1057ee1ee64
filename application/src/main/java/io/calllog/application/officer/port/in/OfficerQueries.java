package io.calllog.application.officer.port.in;

import io.calllog.application.officer.view.OfficerFilter;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerId;

/** Reads officers on somebody's behalf. Thread-safe. */
public interface OfficerQueries {

  /**
   * One officer.
   *
   * @throws io.calllog.domain.shared.NotFound when there is none, or the actor may not see them
   */
  OfficerView find(Actor actor, OfficerId id);

  /** The officers that the actor sees and the filter passes, by name. */
  Slice<OfficerView, ByName> list(Actor actor, OfficerFilter filter, Paging<ByName> paging);
}
