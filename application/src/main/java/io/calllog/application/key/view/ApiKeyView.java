package io.calllog.application.key.view;

import io.calllog.domain.key.ApiKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key, and when it was last used, accurate to a minute; null if never. */
public record ApiKeyView(ApiKey key, @Nullable Instant lastUsedAt) {}
