package io.calllog.application.audit.port.out;

import io.calllog.application.audit.SubjectType;
import io.calllog.domain.shared.Region;
import java.util.Optional;
import java.util.UUID;

/** Tells where things are that somebody was refused to touch. Thread-safe. */
public interface SubjectRegions {

  /** Where it is, unless it was deleted or is of a kind that is nowhere. */
  Optional<Region> find(SubjectType type, UUID id);
}
