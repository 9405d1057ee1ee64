package io.calllog.application.officer.service;

import io.calllog.application.officer.port.in.OfficerQueries;
import io.calllog.application.officer.port.out.OfficerViews;
import io.calllog.application.officer.view.OfficerFilter;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerId;

@UseCase(TxMode.NONE)
final class OfficerQueriesService implements OfficerQueries {

  private final OfficerViews views;
  private final UnitOfWork unitOfWork;

  OfficerQueriesService(OfficerViews views, UnitOfWork unitOfWork) {
    this.views = views;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public OfficerView find(Actor actor, OfficerId id) {
    return views.find(id, actor.seesOfficers()).orElseThrow(VisibleOfficer::notFound);
  }

  @Override
  public Slice<OfficerView, ByName> list(Actor actor, OfficerFilter filter, Paging<ByName> paging) {
    return unitOfWork.read(
        actor, paging.counted(), () -> views.list(filter, actor.seesOfficers(), paging));
  }

  @Override
  public void export(Actor actor, OfficerFilter filter, Export<OfficerView> export) {
    unitOfWork.export(actor, () -> views.export(filter, actor.seesOfficers(), export));
  }
}
