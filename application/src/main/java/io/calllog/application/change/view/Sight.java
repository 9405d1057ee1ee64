package io.calllog.application.change.view;

import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.Visibility;

/** What a reader of changes sees: what the lists of each kind show. */
public record Sight(Visibility regions, Visibility officers, Visibility clients, Visibility calls) {

  /** Returns what an actor sees now. */
  public static Sight of(Actor actor) {
    return new Sight(
        actor.seesRegions(), actor.seesOfficers(), actor.seesClients(), actor.seesCalls());
  }

  /**
   * Returns which things of a kind are visible. A follow-up is visible by its client, or by its
   * officer as calls are. An actor who sees the calls of an officer also sees the clients in the
   * same regions and with the same owner.
   */
  public Visibility visibility(ChangeKind kind) {
    return switch (kind) {
      case REGION -> regions;
      case OFFICER -> officers;
      case CLIENT -> clients;
      case CALL -> calls;
      case FOLLOW_UP -> clients;
    };
  }
}
