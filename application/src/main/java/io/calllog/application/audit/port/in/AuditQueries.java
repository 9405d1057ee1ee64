package io.calllog.application.audit.port.in;

import io.calllog.application.audit.view.AuditFilter;
import io.calllog.application.audit.view.AuditView;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.shared.NotPermitted;

/** Reads the audit trail on somebody's behalf. Thread-safe. */
public interface AuditQueries {

  /**
   * What happened, newest first: all of it for an administrator; for a manager what was done to
   * things of their territory, or, as long as they have none, what they did and what was done to
   * them.
   *
   * @throws NotPermitted when the actor is neither
   */
  Slice<AuditView, ByTime> list(Actor actor, AuditFilter filter, Paging<ByTime> paging);
}
