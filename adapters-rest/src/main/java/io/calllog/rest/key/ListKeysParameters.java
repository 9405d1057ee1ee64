package io.calllog.rest.key;

import io.calllog.rest.shared.PageLimit;
import org.jspecify.annotations.Nullable;

record ListKeysParameters(
    @Nullable PageLimit limit, @Nullable String cursor, @Nullable Boolean count) {}
