package io.calllog.application.call.port.in;

import io.calllog.application.audit.view.AuditView;
import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallHistory;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.call.view.CallView;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.call.CallId;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.PhoneNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads calls for an actor. Thread-safe.
 *
 * <p>Calls can be too old to be kept. Reading one by its id, or a list that ends before the first
 * kept month, throws {@link io.calllog.application.shared.NotKept}.
 */
public interface CallQueries {

  /** Returns the start of the first month, in UTC, whose calls are kept; null if all are. */
  @Nullable Instant keptSince();

  /**
   * Returns a call that is visible to the actor: their own, one made in their territory, or one
   * with a client that they can see.
   *
   * @throws io.calllog.domain.shared.NotFound if there is none, or the actor may not see it
   */
  CallView find(Actor actor, CallId id);

  /** Returns the calls that the actor can list and that match the filter. */
  Slice<CallView, ByStart> list(
      Actor actor, CallFilter filter, CallOrder order, Paging<ByStart> paging);

  /**
   * Returns the latest incoming calls from a number that are visible as in {@link #find}: at most
   * 10, latest first, of the last 30 days.
   */
  List<CallView> latestFrom(Actor actor, PhoneNumber number);

  /**
   * Passes on all calls that {@link #list} returns on its pages, as of one moment.
   *
   * @throws io.calllog.domain.shared.InvalidInput if there are more than the receiver can take
   * @throws io.calllog.application.shared.Overloaded if too many exports are in progress
   */
  void export(Actor actor, CallFilter filter, CallOrder order, Export<CallView> export);

  /**
   * Returns the latest calls and the totals of an officer, as far as the actor can list the calls.
   *
   * @throws io.calllog.domain.shared.NotFound if the actor may not see the officer
   */
  CallHistory historyOf(Actor actor, OfficerId officer);

  /**
   * Returns the calls of an officer that the actor can list and that match the filter.
   *
   * @throws io.calllog.domain.shared.NotFound if the actor may not see the officer
   */
  Slice<CallView, ByStart> listOf(
      Actor actor, OfficerId officer, CallFilter filter, CallOrder order, Paging<ByStart> paging);

  /**
   * Returns the latest calls and the totals of a client. The calls of all officers count.
   *
   * @throws io.calllog.domain.shared.NotFound if the actor may not see the client
   */
  CallHistory historyWith(Actor actor, ClientId client);

  /**
   * Returns the calls of all officers with a client that match the filter.
   *
   * @throws io.calllog.domain.shared.NotFound if the actor may not see the client
   */
  Slice<CallView, ByStart> listWith(
      Actor actor, ClientId client, CallFilter filter, CallOrder order, Paging<ByStart> paging);

  /**
   * Returns the changes of a call, newest first.
   *
   * @throws io.calllog.domain.shared.NotFound if there is none, or the actor may not see it
   */
  Slice<AuditView, ByTime> revisions(Actor actor, CallId id, Paging<ByTime> paging);
}
