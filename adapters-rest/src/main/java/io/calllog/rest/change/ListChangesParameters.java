package io.calllog.rest.change;

import io.calllog.application.change.view.ChangeKind;
import io.calllog.application.shared.Paging;
import io.calllog.rest.shared.ChangeKinds;
import io.calllog.rest.shared.ChangesLimit;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

record ListChangesParameters(
    Set<ChangeKinds> kinds, @Nullable ChangesLimit limit, @Nullable String cursor) {

  /** The kinds in a fixed order; all if none is named. */
  Set<ChangeKind> wanted() {
    Set<ChangeKind> wanted = EnumSet.noneOf(ChangeKind.class);
    kinds.forEach(each -> wanted.addAll(each.values()));
    return wanted.isEmpty() ? EnumSet.allOf(ChangeKind.class) : wanted;
  }

  /**
   * The kinds in the cursors of this list. Cursors without named kinds stay valid when a kind is
   * added: all things of this kind are newer than a cursor of the release before.
   */
  Set<ChangeKind> inCursors() {
    Set<ChangeKind> kinds = wanted();
    if (this.kinds.isEmpty()) {
      kinds.remove(ChangeKind.FOLLOW_UP);
    }
    return kinds;
  }

  int maximum() {
    return limit == null ? Paging.DEFAULT_LIMIT : limit.value();
  }
}
