package io.calllog.application.analytics.port.out;

import io.calllog.domain.analytics.Target;
import io.calllog.domain.analytics.TargetSubject;
import java.util.Optional;

/** Reads targets. Thread-safe. */
public interface TargetViews {

  /** Finds the target of an officer or a region. */
  Optional<Target> find(TargetSubject subject);
}
