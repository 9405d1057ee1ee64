package io.calllog.application.officer.service;

import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.shared.NotFound;
import java.util.Optional;

/** Finds the officers that an actor can see. */
final class VisibleOfficer {

  private VisibleOfficer() {}

  static Officer require(Optional<Officer> found, Actor actor) {
    return found
        .filter(o -> actor.seesOfficers().covers(o.details().region(), o.id()))
        .orElseThrow(VisibleOfficer::notFound);
  }

  static NotFound notFound() {
    return new NotFound("officer");
  }
}
