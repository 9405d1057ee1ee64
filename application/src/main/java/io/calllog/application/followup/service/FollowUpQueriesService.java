package io.calllog.application.followup.service;

import io.calllog.application.followup.port.in.FollowUpQueries;
import io.calllog.application.followup.port.out.FollowUpViews;
import io.calllog.application.followup.view.FollowUpFilter;
import io.calllog.application.followup.view.FollowUpView;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.officer.Actor;

@UseCase(TxMode.NONE)
final class FollowUpQueriesService implements FollowUpQueries {

  private final FollowUpViews views;
  private final UnitOfWork unitOfWork;

  FollowUpQueriesService(FollowUpViews views, UnitOfWork unitOfWork) {
    this.views = views;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public FollowUpView find(Actor actor, FollowUpId id) {
    return VisibleFollowUp.view(views, id, actor);
  }

  @Override
  public Slice<FollowUpView, ByTime> list(
      Actor actor, FollowUpFilter filter, Paging<ByTime> paging) {
    return unitOfWork.read(
        actor,
        paging.counted(),
        () -> views.list(filter, actor.seesCalls(), actor.seesClients(), paging));
  }

  @Override
  public void export(Actor actor, FollowUpFilter filter, Export<FollowUpView> export) {
    unitOfWork.export(
        actor, () -> views.export(filter, actor.seesCalls(), actor.seesClients(), export));
  }
}
