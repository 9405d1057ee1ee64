package io.calllog.application.analytics.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.analytics.Target;
import io.calllog.domain.analytics.TargetDetails;
import io.calllog.domain.analytics.TargetSubject;

/** Gives an officer or a region a target. Thread-safe. */
public interface SetTarget {

  /**
   * Adds the target or replaces it.
   *
   * @throws io.calllog.domain.shared.NotFound when the actor does not see the officer or the region
   * @throws io.calllog.domain.shared.NotPermitted when the actor does not lead them
   * @throws io.calllog.application.shared.VersionMismatch when the current version is not expected,
   *     or a version is expected and there is no target
   */
  Target set(Command command);

  /**
   * The target.
   *
   * @param expected the versions that the change applies to
   */
  record Command(
      Caller caller, TargetSubject subject, ExpectedVersion expected, TargetDetails details) {}
}
