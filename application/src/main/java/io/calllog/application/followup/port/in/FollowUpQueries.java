package io.calllog.application.followup.port.in;

import io.calllog.application.followup.view.FollowUpFilter;
import io.calllog.application.followup.view.FollowUpView;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.officer.Actor;

/**
 * Reads follow-ups for an actor: those of officers whose calls the actor can list, and those with
 * clients that the actor can see. Thread-safe.
 */
public interface FollowUpQueries {

  /**
   * Returns a follow-up.
   *
   * @throws io.calllog.domain.shared.NotFound if there is none, or the actor may not see it
   */
  FollowUpView find(Actor actor, FollowUpId id);

  /** Returns the matching follow-ups by the time when they are due. */
  Slice<FollowUpView, ByTime> list(Actor actor, FollowUpFilter filter, Paging<ByTime> paging);

  /**
   * Passes on all follow-ups that {@link #list} returns on its pages, as of one moment.
   *
   * @throws io.calllog.domain.shared.InvalidInput if there are more than the receiver can take
   * @throws io.calllog.application.shared.Overloaded if too many exports are in progress
   */
  void export(Actor actor, FollowUpFilter filter, Export<FollowUpView> export);
}
