package io.calllog.application.audit.port.out;

import io.calllog.application.audit.view.AuditFilter;
import io.calllog.application.audit.view.AuditView;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.officer.Visibility;

/** Reads the audit trail. Thread-safe. */
public interface AuditViews {

  /**
   * Returns the visible entries that match the filter, newest first, then by id. With a territory,
   * entries are visible if the object was in that territory at that time; without one, the owner's
   * own actions and those that affected the owner. Entries about objects without a region are
   * visible only to those who see everything.
   */
  Slice<AuditView, ByTime> list(AuditFilter filter, Visibility visibility, Paging<ByTime> paging);
}
