package io.calllog.rest.key;

import io.calllog.application.key.view.ApiKeyView;
import io.calllog.domain.key.ApiKey;
import io.calllog.domain.key.ApiKeyId;
import io.calllog.domain.key.Scope;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key in JSON, without its text. */
record KeyResponse(
    ApiKeyId id,
    Name name,
    List<Scope> scopes,
    RegionPath region,
    int requestsPerMinute,
    @Nullable Instant expiresAt,
    String prefix,
    @Nullable Instant lastUsedAt,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  static KeyResponse from(ApiKeyView view) {
    ApiKey key = view.key();
    return new KeyResponse(
        key.id(),
        key.details().name(),
        key.scopes(),
        key.region(),
        key.details().requestsPerMinute().value(),
        key.details().expiresAt(),
        key.prefix(),
        view.lastUsedAt(),
        key.createdAt(),
        key.updatedAt(),
        key.version());
  }
}
