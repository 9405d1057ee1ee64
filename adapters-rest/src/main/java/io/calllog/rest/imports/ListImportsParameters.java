package io.calllog.rest.imports;

import io.calllog.rest.shared.PageLimit;
import org.jspecify.annotations.Nullable;

record ListImportsParameters(
    @Nullable PageLimit limit, @Nullable String cursor, @Nullable Boolean count) {}
