package io.calllog.application.call.port.out;

import io.calllog.application.call.CallFingerprint;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores calls. Deleted calls are not found, except by {@link #findUsedId}. Writing requires a
 * transaction. A change to a stale version throws {@link io.calllog.domain.shared.Conflict} {@code
 * lost-race}. Thread-safe.
 */
public interface CallRepository {

  /** Finds and locks a call, as last committed. Other callers wait until the transaction ends. */
  Optional<Call> findForUpdate(CallId id);

  /**
   * Adds a call; returns false if its id was used before, even by a deleted call. The fingerprint
   * is that of the request if the client chose the id, otherwise null.
   */
  boolean addIfAbsent(Call call, @Nullable CallFingerprint fingerprint);

  /** Finds what is stored about a used id, even if the call was deleted. */
  Optional<UsedId> findUsedId(CallId id);

  /** Stores a changed copy of the stored call and returns it with the next version. */
  Call update(Call call);

  /** Marks a call as deleted. */
  void remove(Call call, Instant now);

  /** What is stored about a used id; the fingerprint is null if the system generated the id. */
  record UsedId(@Nullable CallFingerprint fingerprint, boolean deleted) {}
}
