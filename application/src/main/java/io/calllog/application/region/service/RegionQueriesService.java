package io.calllog.application.region.service;

import io.calllog.application.region.port.in.RegionQueries;
import io.calllog.application.region.port.out.RegionViews;
import io.calllog.application.region.view.RegionFilter;
import io.calllog.application.region.view.RegionView;
import io.calllog.application.shared.Cursor.ByPath;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.region.RegionId;

@UseCase(TxMode.NONE)
final class RegionQueriesService implements RegionQueries {

  private final RegionViews views;
  private final UnitOfWork unitOfWork;

  RegionQueriesService(RegionViews views, UnitOfWork unitOfWork) {
    this.views = views;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public RegionView find(Actor actor, RegionId id) {
    return views.find(id, actor.seesRegions()).orElseThrow(VisibleRegion::notFound);
  }

  @Override
  public Slice<RegionView, ByPath> list(Actor actor, RegionFilter filter, Paging<ByPath> paging) {
    return unitOfWork.read(
        actor, paging.counted(), () -> views.list(filter, actor.seesRegions(), paging));
  }
}
