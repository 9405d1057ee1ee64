package io.calllog.application.audit.port.out;

import io.calllog.application.audit.view.AuditFilter;
import io.calllog.application.audit.view.AuditView;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.officer.Visibility;

/** Reads the audit trail, as far as the visibility goes. Thread-safe. */
public interface AuditViews {

  /**
   * The visible lines that pass the filter, newest first, then by id. A territory shows what was
   * done to things that were in it at that time; {@link Visibility.Own} what an officer did and
   * what was done to them. What was done to nothing that has a region is for those who see
   * everything.
   */
  Slice<AuditView, ByTime> list(AuditFilter filter, Visibility visibility, Paging<ByTime> paging);
}
