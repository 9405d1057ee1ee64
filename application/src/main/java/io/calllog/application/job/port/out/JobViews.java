package io.calllog.application.job.port.out;

import io.calllog.application.job.view.JobView;
import java.util.List;

/** Reads the jobs of all nodes. Thread-safe. */
public interface JobViews {

  /** Returns the recurring jobs and those that are not done yet, by name and id. */
  List<JobView> list();
}
