package io.calllog.rest.call;

import io.calllog.rest.shared.PageLimit;
import org.jspecify.annotations.Nullable;

record ListRevisionsParameters(
    @Nullable PageLimit limit, @Nullable String cursor, @Nullable Boolean count) {}
