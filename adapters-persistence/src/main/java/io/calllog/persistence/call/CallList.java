package io.calllog.persistence.call;

import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.persistence.shared.Reach;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one page of a list.
 *
 * @param clients the clients whose names are read
 * @param after the end of the previous page, or null for the first page
 * @param range the start times that the filter and {@code after} admit
 * @param limit maximum number of calls
 */
record CallList(
    CallFilter filter,
    Reach reach,
    Reach clients,
    CallOrder order,
    @Nullable ByStart after,
    CallWindow range,
    int limit) {}
