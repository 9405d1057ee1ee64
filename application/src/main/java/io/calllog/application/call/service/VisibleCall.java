package io.calllog.application.call.service;

import io.calllog.application.call.port.out.CallViews;
import io.calllog.application.call.view.CallView;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallId;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.shared.NotFound;
import java.util.Optional;

/** Treats calls that an actor may not see as absent. */
final class VisibleCall {

  private VisibleCall() {}

  /** A call that counts for the actor, or one with a client they see. */
  static Call require(Optional<Call> found, CallViews views, Actor actor) {
    Call call = found.orElseThrow(VisibleCall::notFound);
    if (!actor.seesCalls().covers(call.region(), call.officerId())) {
      view(views, call.id(), actor);
    }
    return call;
  }

  static CallView view(CallViews views, CallId id, Actor actor) {
    return views
        .find(id, actor.seesCalls(), actor.seesClients())
        .orElseThrow(VisibleCall::notFound);
  }

  private static NotFound notFound() {
    return new NotFound("call");
  }
}
