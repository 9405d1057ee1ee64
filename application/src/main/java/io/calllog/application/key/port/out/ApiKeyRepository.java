package io.calllog.application.key.port.out;

import io.calllog.domain.key.ApiKey;
import io.calllog.domain.key.ApiKeyId;
import io.calllog.domain.officer.ActorId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores keys. Requires a transaction. Thread-safe. */
public interface ApiKeyRepository {

  /** Finds a key that was not revoked and locks it until the transaction ends. */
  Optional<ApiKey> findForUpdate(ApiKeyId id);

  /**
   * Adds a key.
   *
   * @param hash of its text: see {@link io.calllog.application.key.KeySecret#hash}
   * @param creator null if an operator creates it
   * @throws io.calllog.domain.shared.InvalidInput {@code unknown-reference} if the region does not
   *     exist
   */
  void add(ApiKey key, String hash, @Nullable ActorId creator);

  /** Stores a changed key and returns it with the next version. */
  ApiKey update(ApiKey key);

  /** Marks a key as revoked. */
  void remove(ApiKey key, Instant now);
}
