package io.calllog.application.analytics.port.in;

import io.calllog.domain.analytics.Target;
import io.calllog.domain.analytics.TargetSubject;
import io.calllog.domain.officer.Actor;

/** Reads targets. Thread-safe. */
public interface TargetQueries {

  /**
   * Returns the target of an officer or a region.
   *
   * @throws io.calllog.domain.shared.NotFound when there is none, or the actor does not see the
   *     officer or the region
   */
  Target find(Actor actor, TargetSubject subject);
}
