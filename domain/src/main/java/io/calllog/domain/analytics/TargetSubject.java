package io.calllog.domain.analytics;

import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.region.RegionId;
import java.util.UUID;

/** An officer or a region, whose calls a target is for. No officer has the id of a region. */
public sealed interface TargetSubject {

  /** Returns the id of the officer or the region. */
  UUID value();

  /** The calls of an officer. */
  record OfOfficer(OfficerId id) implements TargetSubject {
    @Override
    public UUID value() {
      return id.value();
    }
  }

  /** All calls in a region and below it together. */
  record OfRegion(RegionId id) implements TargetSubject {
    @Override
    public UUID value() {
      return id.value();
    }
  }
}
