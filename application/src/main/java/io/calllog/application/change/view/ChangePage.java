package io.calllog.application.change.view;

import io.calllog.application.shared.Cursor.ByChange;
import java.util.List;

/**
 * A page of changes.
 *
 * @param items oldest first
 * @param next where to continue, now or later
 * @param more whether there is more now
 */
public record ChangePage(List<Change> items, ByChange next, boolean more) {

  public ChangePage {
    items = List.copyOf(items);
  }
}
