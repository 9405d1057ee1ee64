package io.calllog.application.followup.port.out;

import io.calllog.application.followup.view.FollowUpFilter;
import io.calllog.application.followup.view.FollowUpView;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.officer.Visibility;
import java.util.Optional;

/**
 * Reads follow-ups that are not deleted and that are visible by their officer or by their client.
 * Thread-safe.
 */
public interface FollowUpViews {

  /**
   * Finds a follow-up.
   *
   * @param calls decides by the officer, as for calls
   * @param clients decides by the client, and whether its name is shown
   */
  Optional<FollowUpView> find(FollowUpId id, Visibility calls, Visibility clients);

  /** Returns the matching follow-ups by the time when they are due, then by id. */
  Slice<FollowUpView, ByTime> list(
      FollowUpFilter filter, Visibility calls, Visibility clients, Paging<ByTime> paging);

  /**
   * Passes on all follow-ups that {@link #list} returns on its pages. Runs in {@code
   * UnitOfWork.export}.
   *
   * @throws io.calllog.domain.shared.InvalidInput if there are more than the receiver can take
   */
  void export(
      FollowUpFilter filter, Visibility calls, Visibility clients, Export<FollowUpView> export);
}
