package io.calllog.application.key.port.out;

import io.calllog.domain.key.ApiKey;
import java.time.Instant;
import java.util.Optional;

/**
 * The keys that are valid now, as this node knows them. A change by another node is known within
 * five seconds, a new key at its first use, and a change by this node at once. Thread-safe.
 */
public interface ValidKeys {

  /**
   * Finds a key by the hash of its text, unless it was revoked or has expired, and notes that it
   * was used.
   */
  Optional<ApiKey> use(String hash, Instant now);
}
