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

/** Reads calls, as far as the visibility goes and without the deleted. Thread-safe. */
public interface CallViews {

  /**
   * One call, if it is visible itself, or its client is.
   *
   * @param calls whose calls are visible
   * @param clients which clients are visible, and with them each call they had
   */
  Optional<CallView> find(CallId id, Visibility calls, Visibility clients);

  /**
   * The visible calls that pass the filter, by start, then by id. Costs the same wherever the page
   * begins.
   */
  Slice<CallView, ByStart> list(
      CallFilter filter, CallOrder order, Visibility visibility, Paging<ByStart> paging);

  /** The totals of the visible calls that pass the filter. */
  CallTotals totals(CallFilter filter, Visibility visibility);
}
