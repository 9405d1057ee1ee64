package io.calllog.application.call.port.out;

import io.calllog.application.call.CallFingerprint;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores calls. Deleted calls are not found, except by {@link #findUsedId}. Methods that write
 * require a transaction. Thread-safe.
 */
public interface CallRepository {

  /** Finds and locks a call, as last committed. Other callers wait until the transaction ends. */
  Optional<Call> findForUpdate(CallId id);

  /**
   * Adds a call unless its id is already used, possibly by a deleted call.
   *
   * @param fingerprint of the request if the client chose the id; null otherwise
   * @return whether the call was added
   */
  boolean addIfAbsent(Call call, @Nullable CallFingerprint fingerprint);

  /** Finds what is stored about a used id, even if the call was deleted. */
  Optional<UsedId> findUsedId(CallId id);

  /**
   * Stores a changed call.
   *
   * @param call a changed copy of the call found, with the same version
   * @return the call with the new version
   * @throws io.calllog.domain.shared.Conflict {@code lost-race} if the stored version differs
   */
  Call update(Call call);

  /**
   * Marks a call as deleted.
   *
   * @throws io.calllog.domain.shared.Conflict {@code lost-race} if the stored version differs
   */
  void remove(Call call, Instant now);

  /**
   * What is stored about a used id.
   *
   * @param fingerprint of the request if the client chose the id; null otherwise
   * @param deleted whether the call was deleted
   */
  record UsedId(@Nullable CallFingerprint fingerprint, boolean deleted) {}
}
