package io.calllog.application.audit.port.out;

import io.calllog.application.audit.SubjectType;
import io.calllog.domain.shared.RegionPath;
import java.util.Optional;
import java.util.UUID;

/** Finds the regions of objects for the audit entries of refused actions. Thread-safe. */
public interface SubjectRegions {

  /** Returns the region of the object; empty if it was deleted or if its type has no region. */
  Optional<RegionPath> find(SubjectType type, UUID id);
}
