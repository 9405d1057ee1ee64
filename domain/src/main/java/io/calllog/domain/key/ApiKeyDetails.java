package io.calllog.domain.key;

import io.calllog.domain.shared.Name;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a key that can be changed. The names of the components are the names of the
 * fields in the API and in the audit trail.
 *
 * @param expiresAt from when the key is invalid; null if it does not expire
 */
public record ApiKeyDetails(
    Name name, RequestsPerMinute requestsPerMinute, @Nullable Instant expiresAt) {}
