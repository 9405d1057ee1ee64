package io.calllog.application.officer.port.in;

import io.calllog.application.officer.view.OfficerFilter;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Export;
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

  /**
   * Passes on all officers that {@link #list} returns on its pages, as of one moment.
   *
   * @throws io.calllog.domain.shared.InvalidInput if there are more than the receiver can take
   * @throws io.calllog.application.shared.Overloaded if too many exports are in progress
   */
  void export(Actor actor, OfficerFilter filter, Export<OfficerView> export);
}
