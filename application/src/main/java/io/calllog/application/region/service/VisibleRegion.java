package io.calllog.application.region.service;

import io.calllog.domain.officer.Actor;
import io.calllog.domain.region.Region;
import io.calllog.domain.shared.NotFound;
import java.util.Optional;

/** Finds the regions that an actor can see. */
final class VisibleRegion {

  private VisibleRegion() {}

  static Region require(Optional<Region> found, Actor actor) {
    return found
        .filter(region -> actor.seesRegions().covers(region.path(), null))
        .orElseThrow(VisibleRegion::notFound);
  }

  static NotFound notFound() {
    return new NotFound("region");
  }
}
