package io.calllog.application.call.view;

import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.application.shared.Slice;

/** The first page of the latest calls, and the totals of all calls. */
public record CallHistory(Slice<CallView, ByStart> latest, CallTotals totals) {}
