package io.calllog.application.audit.service;

import io.calllog.application.audit.port.in.AuditQueries;
import io.calllog.application.audit.port.out.AuditViews;
import io.calllog.application.audit.view.AuditFilter;
import io.calllog.application.audit.view.AuditView;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.officer.Actor;

@UseCase(TxMode.READ)
final class AuditQueriesService implements AuditQueries {

  private final AuditViews views;

  AuditQueriesService(AuditViews views) {
    this.views = views;
  }

  @Override
  public Slice<AuditView, ByTime> list(Actor actor, AuditFilter filter, Paging<ByTime> paging) {
    actor.requireMayReadAuditTrail();
    return views.list(filter, actor.seesOfficers(), paging);
  }
}
