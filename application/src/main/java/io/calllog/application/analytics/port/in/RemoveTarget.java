package io.calllog.application.analytics.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.analytics.TargetSubject;

/** Removes the target of an officer or a region. Thread-safe. */
public interface RemoveTarget {

  /**
   * Removes the target.
   *
   * @throws io.calllog.domain.shared.NotFound when there is none, or the actor does not see the
   *     officer or the region
   * @throws io.calllog.domain.shared.NotPermitted when the actor does not lead them
   * @throws io.calllog.application.shared.VersionMismatch when the current version is not expected
   */
  void remove(Command command);

  /**
   * The target to remove.
   *
   * @param expected the versions that the removal applies to
   */
  record Command(Caller caller, TargetSubject subject, ExpectedVersion expected) {}
}
