package io.calllog.application.call.port.out;

import io.calllog.application.call.CallFingerprint;
import io.calllog.application.call.view.CallFollowUps;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallId;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.PhoneNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stores calls. Only {@link #findDeletedForUpdate} and {@link #findUsedIds} find deleted ones.
 * Writing requires a transaction. A change to a stale version throws {@link
 * io.calllog.domain.shared.Conflict} {@code lost-race}. Thread-safe.
 */
public interface CallRepository {

  /** Finds and locks a call, as last committed. Other callers wait until the transaction ends. */
  Optional<Call> findForUpdate(CallId id);

  /** Finds and locks a deleted call, like {@link #findForUpdate}. */
  Optional<Call> findDeletedForUpdate(CallId id);

  /**
   * Adds new calls with different ids, except those whose id was used before, even by a deleted
   * call. Waits for other transactions that add the same ids.
   *
   * @return the ids of the calls that were added
   */
  Set<CallId> addAbsent(Collection<NewCall> calls);

  /** Finds what is stored about those ids that were used, even if the call was deleted. */
  Map<CallId, UsedId> findUsedIds(Set<CallId> ids);

  /** Stores a changed copy of the stored call and returns it with the next version. */
  Call update(Call call);

  /** Marks a call as deleted. */
  void remove(Call call, Instant now);

  /** Marks a deleted call as not deleted. */
  void restore(Call call, Instant now);

  /**
   * Gives a client calls without a client that have one of the numbers on the line, the earliest
   * ids first. Other callers wait until the transaction ends.
   *
   * @param visibility only these calls are given
   * @param limit the maximum number of calls
   * @return the calls that were changed, with the client and the next version
   */
  List<Call> claim(
      ClientId client, Set<PhoneNumber> numbers, Visibility visibility, int limit, Instant now);

  /**
   * A call to be added. The fingerprint is that of the request if the client chose the id,
   * otherwise null.
   */
  record NewCall(Call call, @Nullable CallFingerprint fingerprint) {}

  /** What is stored about a used id; the fingerprint is null if the system generated the id. */
  record UsedId(@Nullable CallFingerprint fingerprint, boolean deleted, CallFollowUps followUps) {}
}
