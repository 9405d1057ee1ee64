package io.calllog.application.job.port.in;

import io.calllog.application.job.view.JobView;
import io.calllog.domain.officer.Actor;
import java.util.List;

/** Reads jobs for administrators. Thread-safe. */
public interface JobQueries {

  /**
   * Returns the recurring jobs and those that are not done yet, by name and id.
   *
   * @throws io.calllog.domain.shared.NotPermitted if the actor is not an administrator
   */
  List<JobView> list(Actor actor);
}
