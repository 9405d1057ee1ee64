package io.calllog.application.auth.port.out;

import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.OfficerStatus;
import java.util.Optional;

/** Tells as whom an officer may act at this moment. Asked with each request. Thread-safe. */
public interface OfficerStandings {

  /** The standing of an officer, if there is one of this id who was not deleted. */
  Optional<Standing> find(OfficerId id);

  /**
   * As whom an officer may act.
   *
   * @param actor the officer with role and region as they are now
   * @param status whether they may sign in
   * @param epoch tokens of an older one are void
   */
  record Standing(Actor actor, OfficerStatus status, int epoch) {}
}
