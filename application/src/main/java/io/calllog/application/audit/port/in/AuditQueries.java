package io.calllog.application.audit.port.in;

import io.calllog.application.audit.view.AuditFilter;
import io.calllog.application.audit.view.AuditView;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.shared.NotPermitted;

/** Reads the audit trail for an actor. Thread-safe. */
public interface AuditQueries {

  /**
   * Returns entries, newest first: all for administrators; for managers those about objects in
   * their territory or, without a territory, those by and about themselves.
   *
   * @throws NotPermitted if the actor is an officer
   */
  Slice<AuditView, ByTime> list(Actor actor, AuditFilter filter, Paging<ByTime> paging);
}
