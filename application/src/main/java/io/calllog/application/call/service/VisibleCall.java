package io.calllog.application.call.service;

import io.calllog.application.call.port.out.CallViews;
import io.calllog.application.call.view.CallView;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallId;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.shared.NotFound;
import java.util.Optional;

/** Finds the calls that an actor can see. */
final class VisibleCall {

  private VisibleCall() {}

  /** Throws {@link NotFound} unless the actor can list the call or see its client. */
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
