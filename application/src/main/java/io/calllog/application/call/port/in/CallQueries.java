package io.calllog.application.call.port.in;

import io.calllog.application.audit.view.AuditView;
import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallHistory;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.call.view.CallView;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.call.CallId;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerId;

/** Reads calls on somebody's behalf. Thread-safe. */
public interface CallQueries {

  /**
   * One call: the actor's own or one of their territory, and any call with a client they see.
   *
   * @throws io.calllog.domain.shared.NotFound when there is none, or the actor may not see it
   */
  CallView find(Actor actor, CallId id);

  /** The calls that count for the actor and pass the filter. */
  Slice<CallView, ByStart> list(
      Actor actor, CallFilter filter, CallOrder order, Paging<ByStart> paging);

  /**
   * The calls of an officer that count for the actor, at a glance.
   *
   * @throws io.calllog.domain.shared.NotFound when the actor may not see the officer
   */
  CallHistory historyOf(Actor actor, OfficerId officer);

  /**
   * The calls of an officer that count for the actor and pass the filter.
   *
   * @throws io.calllog.domain.shared.NotFound when the actor may not see the officer
   */
  Slice<CallView, ByStart> listOf(
      Actor actor, OfficerId officer, CallFilter filter, CallOrder order, Paging<ByStart> paging);

  /**
   * All calls with a client, whoever made them, at a glance.
   *
   * @throws io.calllog.domain.shared.NotFound when the actor may not see the client
   */
  CallHistory historyWith(Actor actor, ClientId client);

  /**
   * All calls with a client that pass the filter, whoever made them.
   *
   * @throws io.calllog.domain.shared.NotFound when the actor may not see the client
   */
  Slice<CallView, ByStart> listWith(
      Actor actor, ClientId client, CallFilter filter, CallOrder order, Paging<ByStart> paging);

  /**
   * What was changed about a call, newest first, for whoever reads the call.
   *
   * @throws io.calllog.domain.shared.NotFound when there is none, or the actor may not see it
   */
  Slice<AuditView, ByTime> revisions(Actor actor, CallId id, Paging<ByTime> paging);
}
