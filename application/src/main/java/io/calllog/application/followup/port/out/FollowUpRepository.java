package io.calllog.application.followup.port.out;

import io.calllog.domain.client.ClientId;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.officer.OfficerId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stores follow-ups. Only {@link #findUsedId} finds deleted ones. Writing requires a transaction. A
 * change to a stale version throws {@link io.calllog.domain.shared.Conflict} {@code lost-race}. The
 * storage keeps the region of a follow-up in step with its officer as long as it is open.
 * Thread-safe.
 */
public interface FollowUpRepository {

  /**
   * Finds and locks follow-ups, as last committed, in the order of their ids. Other callers wait
   * until the transaction ends.
   */
  List<FollowUp> findForUpdate(Set<FollowUpId> ids);

  /** Finds and locks a follow-up. */
  default Optional<FollowUp> findForUpdate(FollowUpId id) {
    return findForUpdate(Set.of(id)).stream().findFirst();
  }

  /**
   * Adds new follow-ups with different ids, except those whose id was used before, even by a
   * deleted one. Waits for other transactions that add the same ids. If a client was deleted or
   * merged since it was read, the transaction fails, and is repeated as after a deadlock.
   *
   * @return the ids of the follow-ups that were added
   */
  Set<FollowUpId> addAbsent(Collection<NewFollowUp> added);

  /** Finds what is stored about a used id. */
  Optional<UsedId> findUsedId(FollowUpId id);

  /** Stores a changed copy of the stored follow-up and returns it with the next version. */
  FollowUp update(FollowUp followUp);

  /**
   * Locks officers, and then clients or those that they were merged into, so that they are neither
   * changed nor deleted before the transaction ends. Adding a follow-up, or giving it to another
   * officer, also locks both. A transaction that locks follow-ups calls this method first, because
   * changes of officers and clients lock their follow-ups.
   */
  void hold(Set<OfficerId> officers, Set<ClientId> clients);

  /**
   * Locks what handing over the clients and the follow-ups of an officer changes, in the order in
   * which others lock it: the clients that the officer owns, then the follow-ups with them and the
   * open ones of the officer. The officers are locked before.
   */
  void lockForHandOver(OfficerId from);

  /** Gives the open follow-ups of an officer to another one, and returns them as they were. */
  List<FollowUp> handOver(OfficerId from, OfficerId to, Instant now);

  /** Marks a follow-up as deleted. */
  void remove(FollowUp followUp, Instant now);

  /**
   * A follow-up to be added.
   *
   * @param fingerprint identifies the request if it chose the id; otherwise null
   */
  record NewFollowUp(FollowUp followUp, @Nullable String fingerprint) {}

  /** What is stored about a used id; the fingerprint is null if the system generated the id. */
  record UsedId(@Nullable String fingerprint, boolean deleted) {}
}
