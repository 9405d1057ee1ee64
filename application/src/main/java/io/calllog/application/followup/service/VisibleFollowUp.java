package io.calllog.application.followup.service;

import io.calllog.application.followup.port.out.FollowUpRepository;
import io.calllog.application.followup.port.out.FollowUpViews;
import io.calllog.application.followup.view.FollowUpView;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.shared.NotFound;

/** Finds the follow-ups that an actor can see: by their officer or by their client. */
final class VisibleFollowUp {

  private VisibleFollowUp() {}

  /** Locks a follow-up. Throws {@link NotFound} unless the actor sees it. */
  static FollowUp lock(
      FollowUpRepository followUps, FollowUpId id, FollowUpViews views, Actor actor) {
    FollowUp followUp = followUps.findForUpdate(id).orElseThrow(VisibleFollowUp::notFound);
    if (!actor.seesCalls().covers(followUp.region(), followUp.details().officerId())) {
      view(views, id, actor);
    }
    return followUp;
  }

  /** Reads a follow-up. Throws {@link NotFound} unless the actor sees it. */
  static FollowUpView view(FollowUpViews views, FollowUpId id, Actor actor) {
    return views
        .find(id, actor.seesCalls(), actor.seesClients())
        .orElseThrow(VisibleFollowUp::notFound);
  }

  private static NotFound notFound() {
    return new NotFound("follow-up");
  }
}
