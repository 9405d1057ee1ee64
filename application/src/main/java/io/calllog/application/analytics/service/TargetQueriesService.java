package io.calllog.application.analytics.service;

import io.calllog.application.analytics.port.in.TargetQueries;
import io.calllog.application.analytics.port.out.TargetViews;
import io.calllog.application.officer.port.out.OfficerViews;
import io.calllog.application.region.port.out.RegionViews;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.analytics.Target;
import io.calllog.domain.analytics.TargetSubject;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.shared.NotFound;

@UseCase(TxMode.NONE)
final class TargetQueriesService implements TargetQueries {

  private final TargetViews targets;
  private final VisibleSubject visible;

  TargetQueriesService(TargetViews targets, OfficerViews officers, RegionViews regions) {
    this.targets = targets;
    this.visible = new VisibleSubject(officers, regions);
  }

  @Override
  public Target find(Actor actor, TargetSubject subject) {
    visible.require(subject, actor);
    return targets.find(subject).orElseThrow(() -> new NotFound("target"));
  }
}
