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
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.officer.Actor;

@UseCase(TxMode.NONE)
final class AuditQueriesService implements AuditQueries {

  private final AuditViews views;
  private final UnitOfWork unitOfWork;

  AuditQueriesService(AuditViews views, UnitOfWork unitOfWork) {
    this.views = views;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Slice<AuditView, ByTime> list(Actor actor, AuditFilter filter, Paging<ByTime> paging) {
    actor.requireMayReadAuditTrail();
    return unitOfWork.read(actor, true, () -> views.list(filter, actor.seesOfficers(), paging));
  }
}
