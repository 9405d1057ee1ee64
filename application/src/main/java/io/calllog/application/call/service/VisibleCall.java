package io.calllog.application.call.service;

import io.calllog.application.call.PastCalls;
import io.calllog.application.call.port.out.CallRepository;
import io.calllog.application.call.port.out.CallViews;
import io.calllog.application.call.view.CallView;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallId;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.shared.NotFound;

/** Finds the calls that an actor can see. */
final class VisibleCall {

  private VisibleCall() {}

  /**
   * Locks a call.
   *
   * @throws NotFound unless the actor can list the call or see its client
   * @throws io.calllog.application.shared.NotKept if the call is too old to be kept
   */
  static Call lock(CallRepository calls, CallId id, CallViews views, Actor actor) {
    new PastCalls(views.keptSince()).requireKept(id);
    Call call = calls.findForUpdate(id).orElseThrow(VisibleCall::notFound);
    if (!actor.seesCalls().covers(call.region(), call.officerId())) {
      view(views, call.id(), actor);
    }
    return call;
  }

  /**
   * Reads a call.
   *
   * @throws NotFound unless the actor can list the call or see its client
   * @throws io.calllog.application.shared.NotKept if the call is too old to be kept
   */
  static CallView view(CallViews views, CallId id, Actor actor) {
    new PastCalls(views.keptSince()).requireKept(id);
    return views
        .find(id, actor.seesCalls(), actor.seesClients())
        .orElseThrow(VisibleCall::notFound);
  }

  private static NotFound notFound() {
    return new NotFound("call");
  }
}
