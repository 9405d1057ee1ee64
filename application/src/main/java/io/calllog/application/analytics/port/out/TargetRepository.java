package io.calllog.application.analytics.port.out;

import io.calllog.domain.analytics.Target;
import io.calllog.domain.analytics.TargetSubject;
import java.util.Optional;

/**
 * Stores targets. Writing requires a transaction. A change to a stale version, and a second target
 * of an officer or a region, throws {@link io.calllog.domain.shared.Conflict} {@code lost-race}.
 * Thread-safe.
 */
public interface TargetRepository {

  /** Finds the target of an officer or a region, and locks it until the transaction ends. */
  Optional<Target> findForUpdate(TargetSubject subject);

  /** Adds a target. */
  void add(Target target);

  /** Stores a changed copy of the stored target and returns it with the next version. */
  Target update(Target target);

  /** Removes a target. */
  void remove(Target target);
}
