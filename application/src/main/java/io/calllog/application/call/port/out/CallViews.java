package io.calllog.application.call.port.out;

import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.call.view.CallTotals;
import io.calllog.application.call.view.CallView;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.call.CallId;
import io.calllog.domain.officer.Visibility;
import java.util.Optional;

/** Reads visible calls that are not deleted. Thread-safe. */
public interface CallViews {

  /**
   * Finds a call, if the call or its client is visible.
   *
   * @param calls the calls that are visible
   * @param clients the clients that are visible; all of their calls are visible, too
   */
  Optional<CallView> find(CallId id, Visibility calls, Visibility clients);

  /**
   * Returns the visible calls that match the filter, by start, then by id. The cost does not depend
   * on where the page begins.
   */
  Slice<CallView, ByStart> list(
      CallFilter filter, CallOrder order, Visibility visibility, Paging<ByStart> paging);

  /** Returns the totals of the visible calls that match the filter. */
  CallTotals totals(CallFilter filter, Visibility visibility);
}
