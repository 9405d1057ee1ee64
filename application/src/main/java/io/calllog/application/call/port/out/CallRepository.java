package io.calllog.application.call.port.out;

import io.calllog.application.call.CallFingerprint;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps calls. The deleted are as good as absent, except for {@link #findTrace}. Whatever writes
 * demands a transaction of the caller's. Thread-safe.
 */
public interface CallRepository {

  /** The call, if there is one of this id. */
  Optional<Call> find(CallId id);

  /**
   * The call as last committed, and nobody else can change it until the transaction ends: a second
   * caller waits.
   */
  Optional<Call> findForUpdate(CallId id);

  /**
   * Keeps a new call unless its id was used before, be it at this very moment or by a call deleted
   * since.
   *
   * @param fingerprint of the request, when the id is the client's; null when it is ours
   * @return whether the call was kept
   */
  boolean addIfAbsent(Call call, @Nullable CallFingerprint fingerprint);

  /** What is known of an id that was used, also by a call deleted since. */
  Optional<Trace> findTrace(CallId id);

  /**
   * Keeps a changed call.
   *
   * @param call a later snapshot of what was found, of the same version
   * @return the call with the new version
   * @throws io.calllog.domain.shared.Conflict {@code lost-race} when the stored version is another
   */
  Call update(Call call);

  /**
   * Hides the call from now on.
   *
   * @throws io.calllog.domain.shared.Conflict {@code lost-race} when the stored version is another
   */
  void remove(Call call, Instant now);

  /**
   * What is left of the request that a call was made by.
   *
   * @param fingerprint of that request; null when its id was ours
   * @param deleted whether the call was deleted since
   */
  record Trace(@Nullable CallFingerprint fingerprint, boolean deleted) {}
}
