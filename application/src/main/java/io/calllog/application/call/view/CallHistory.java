package io.calllog.application.call.view;

import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.application.shared.Slice;

/**
 * What somebody's calls look like at a glance.
 *
 * @param latest the newest calls
 * @param totals over all of them
 */
public record CallHistory(Slice<CallView, ByStart> latest, CallTotals totals) {}
