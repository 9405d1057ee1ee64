package io.calllog.application.call.port.out;

import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallHistory;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.call.view.CallView;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.call.CallId;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads visible calls that are not deleted. Thread-safe. */
public interface CallViews {

  /**
   * Returns the start of the first month, in UTC, whose calls are kept; null if all are. The month
   * of a call is that of the time in its id. Does not read the database.
   */
  @Nullable Instant keptSince();

  /**
   * Finds a call, if it is visible itself or is with a visible client. {@code clients} also decides
   * whether the name of the client is shown; that of a deleted client is shown as before.
   */
  Optional<CallView> find(CallId id, Visibility calls, Visibility clients);

  /** Finds several calls at once; see {@link #find}. */
  List<CallView> findAll(Set<CallId> ids, Visibility calls, Visibility clients);

  /**
   * Returns matching visible calls by start, then id, at the same cost for every page.
   *
   * @param calls decides which calls are returned
   * @param clients decides which names of clients are shown, as in {@link #find}
   */
  Slice<CallView, ByStart> list(
      CallFilter filter,
      CallOrder order,
      Visibility calls,
      Visibility clients,
      Paging<ByStart> paging);

  /**
   * Returns the latest incoming calls from a number that are visible as in {@link #find}, latest
   * first.
   *
   * @param since the earliest start
   * @param limit the maximum number of calls
   */
  List<CallView> latestFrom(
      PhoneNumber number, Instant since, int limit, Visibility calls, Visibility clients);

  /**
   * Passes on all calls that {@link #list} returns on its pages. Runs in {@code UnitOfWork.export}.
   *
   * @throws io.calllog.domain.shared.InvalidInput if there are more than the receiver can take
   */
  void export(
      CallFilter filter,
      CallOrder order,
      Visibility calls,
      Visibility clients,
      Export<CallView> export);

  /**
   * Returns the latest visible calls of an officer and the totals of all of them, as of one moment.
   *
   * @param calls decides which calls are returned and counted
   * @param clients decides which names of clients are shown, as in {@link #find}
   */
  CallHistory historyOf(OfficerId officer, Visibility calls, Visibility clients);

  /**
   * Returns the latest calls with a client, by any officer, and the totals of all of them, as of
   * one moment.
   *
   * @param clients decides which names of clients are shown, as in {@link #find}
   */
  CallHistory historyWith(ClientId client, Visibility clients);
}
