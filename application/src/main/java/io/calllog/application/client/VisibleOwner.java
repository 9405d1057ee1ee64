package io.calllog.application.client;

import io.calllog.application.officer.port.out.OfficerViews;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Checks the owners of clients. */
public final class VisibleOwner {

  private VisibleOwner() {}

  /** Throws {@link InvalidInput} unless the owner is null, the actor, or visible to the actor. */
  public static void require(OfficerViews officers, Actor actor, @Nullable OfficerId owner) {
    boolean permitted =
        owner == null || actor.is(owner) || officers.find(owner, actor.seesOfficers()).isPresent();
    if (!permitted) {
      throw new InvalidInput("ownerId", "unknown-reference", "must be an officer you can see");
    }
  }
}
