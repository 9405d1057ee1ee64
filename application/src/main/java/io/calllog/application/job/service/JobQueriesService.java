package io.calllog.application.job.service;

import io.calllog.application.job.port.in.JobQueries;
import io.calllog.application.job.port.out.JobViews;
import io.calllog.application.job.view.JobView;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.officer.Actor;
import java.util.List;

@UseCase(TxMode.NONE)
final class JobQueriesService implements JobQueries {

  private final JobViews views;

  JobQueriesService(JobViews views) {
    this.views = views;
  }

  @Override
  public List<JobView> list(Actor actor) {
    actor.requireAdmin();
    return views.list();
  }
}
